/** English names for the same thing, from a to l, one group a line; `_` joins the words of a phrase. A word may stand in several groups. */
export const englishNounsAToL = `
ability capability
accident crash mishap
accommodation lodging housing
account profile login
address location
advertisement ad advert commercial promotion
advice counsel guidance recommendation
agenda programme program schedule
agent representative rep
agreement contract deal pact treaty arrangement
aim goal objective target purpose
aircraft plane airplane aeroplane jet
alarm alert siren
alcohol liquor booze spirits drink
amount sum total quantity figure
analytics statistics metrics stats
animal beast creature
announcement notice statement declaration
answer reply response
apartment flat
api interface endpoint
appendix annex
application app program software tool
application candidacy
appointment meeting
area zone region district
argument dispute quarrel
article piece item post
assessment evaluation appraisal review
assignment task job homework
assistant aide helper
attachment enclosure file
audience public spectators listeners viewers
audit inspection review
author writer
autumn fall
award prize
baby infant newborn
background context
backup copy safety_copy
backup back_up
bag sack
bakery baker
ban prohibition embargo
bank lender
banknote cash note notes bills
basement cellar
bathroom toilet restroom loo washroom lavatory
battery accumulator
beach shore seaside
bedroom sleeping_room
beginning start opening outset
benefit advantage perk
bicycle bike cycle
bill invoice
blackboard board
blog weblog
boat ship vessel
book volume
border frontier boundary
boss manager supervisor superior chief head
bottle flask
box crate carton case
boy lad
branch subsidiary
brand make label
breach violation infringement
break pause recess
breakfast morning_meal
brochure leaflet flyer pamphlet booklet
broker intermediary middleman
budget funds money spending
bug defect error fault flaw
building house structure premises
bus coach
business company firm enterprise
button key
cab taxi
cable wire cord lead
camera webcam
campaign drive
candidate applicant
car automobile vehicle auto motor
card ticket
caretaker janitor custodian
carpet rug
cart trolley
cash banknote coin paper_money hard_cash ready_money
category class type kind
caterer catering
ceiling limit cap maximum upper_limit
celebration party festivity
cellphone phone mobile smartphone handset
certificate cert credential
chair seat
chairman chair chairperson head
chance opportunity
change modification alteration edit amendment adjustment code commit diff patch
changelog release_notes change_log
charge fee cost price
charity nonprofit
chart graph diagram
chat message
checklist list
chef cook
chemist pharmacy drugstore
child kid youngster minor
choice option
church chapel
cinema movie_theatre
citizen resident
city town
class lesson course
classroom schoolroom
client customer buyer shopper patron purchaser consumer
clothes clothing garment apparel outfit
cloud hosted
coach trainer instructor
coast shore
code source codebase code_base source_code repository program
coin change
colleague coworker co-worker workmate teammate
college university
colour color hue shade
comment remark note
commit change
committee board panel
company firm business enterprise corporation organisation organization employer
competition contest tournament
competitor rival
complaint grievance
component part module element
computer pc laptop machine
concert gig recital
condition requirement term
conference convention congress
confidential secret private classified
config configuration settings setup preferences
connection link
consent permission approval agreement authorisation authorization go-ahead
constraint restriction limit
consultant adviser advisor
container box
content material
contract agreement deal
contractor freelancer external subcontractor outside_worker
copy duplicate replica
corridor hallway hall passage
cost expense price fee charge spending
cottage cabin
council board
country nation state land
couple pair two
courier messenger
course class training lesson
court tribunal
crash outage failure
credential password secret login passphrase key
crew team staff
criminal crook
crisis emergency
crop harvest
crossing junction intersection
crowd throng
cup mug
curtain drape
customer client buyer shopper patron guest
dashboard overview
data information records info
database db datastore data_store
database data_base
date day
dawn sunrise daybreak
day date
deadline due_date cut-off cutoff time_limit target_date end_date
dealer trader merchant
debt liability
decision choice ruling
deduction discount
defect fault flaw bug
delay hold-up
delegate representative
delivery shipment consignment
dentist dental
department unit division section
dependency library package third-party_code
deploy deployment release
deposit down_payment
depot warehouse store
desk table
detail particular
developer programmer engineer coder dev
device gadget appliance unit
diagram chart figure
diet nutrition
dinner supper evening_meal
director head manager
disaster catastrophe
discount price_cut rebate reduction markdown price_reduction deduction money_off
disease illness sickness
disk disc drive
doctor physician medic gp
document file paper
documentation docs manual
dog hound puppy
door gate entrance doorway
draft sketch
drawing sketch
driver chauffeur motorist
drug medicine medication
dusk nightfall sunset twilight
duty task responsibility obligation
editor editorial
education schooling
effect impact
elder senior
elevator lift
email e-mail mail
emergency crisis
employee staff worker personnel staffer member_of_staff workforce team_member
employer company
end-user user
enemy foe
engine motor
engineer developer technician
entrance entry admission entryway
entrance_fee admission_price admission admission_fee admission_charge entry_fee
entry record item line
environment env
equipment gear kit apparatus
error mistake bug fault
estimate quote
evening night
event function occasion
evidence proof
exam examination test
example sample instance
exit way_out
expense cost spending
expert specialist professional
explosive dynamite
export dump
factory plant works mill
failure outage breakdown
fair market
family relatives household
fan supporter
fare ticket_price
farm ranch
farmer grower
feature function functionality
fee charge price cost
feedback comments
fence railing
festival fair
field paddock
file document
filename file_name
film movie picture
fine penalty
fire blaze flame
firework pyrotechnics rocket
firm company business
fitting mount
flag switch toggle
flash flashlight
flat apartment
flaw defect bug vulnerability
floor storey
flower blossom bloom
fog mist
folder directory
food meal fare
football soccer
forest wood
form questionnaire
fridge refrigerator
friend mate pal
fruit produce
fuel petrol gas gasoline diesel
function method routine
fund money budget capital
furniture fittings
garage parking
garbage rubbish trash waste refuse litter
garden yard
gate door entrance
gift present
girl lass
glass pane
glove mitten
goal target objective
goggles eye_protection safety_glasses
goods merchandise wares products articles
government state authorities
graph chart
grave tomb
ground soil earth floor
group team
guarantee warranty
guard sentry watchman
guest visitor
guide manual handbook
guideline rule
gun firearm weapon
hairdresser barber
harbour harbor port
hardware device
hat cap
headline title heading
headquarters head_office
health wellbeing
helmet hard_hat
holiday vacation leave
home house
hospital clinic infirmary
host server
hour time
house home building
hub centre
hunter gamekeeper
id identifier identification
idea thought
illness disease sickness
image picture photo photograph
incident outage
income revenue earnings
index catalogue
infrastructure platform
input entry data
insect bug
insurance cover coverage
insurer insurance_company
interest yield
internet web net online
inventory stock
investor backer shareholder
invoice bill
issue problem ticket
item article thing
jacket coat
job task work position post role
journalist reporter press newspaper media newsman
judge referee
key password secret credential
kitchen galley
knife blade
label tag sticker
laboratory lab
ladder steps
lady woman
lamp light
landlord owner
language tongue
laptop notebook
law legislation statute
lawn grass
lawyer attorney solicitor counsel legal
leader head lead chief boss
leash lead
leave holiday vacation time_off
lecture talk
lender bank
lesson class
letter mail
level tier
library package
licence license permit
limit cap ceiling maximum restriction threshold
line row
link url hyperlink connection
list register roster
load burden
loan credit
location place site venue spot
lock padlock
log journal record logfile
login sign-in credential password
logo emblem
lorry truck
loss deficit
luggage baggage
lunch midday_meal
`;
