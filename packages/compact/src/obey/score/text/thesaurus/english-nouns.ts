/** English names for the same thing, one group a line; `_` joins the words of a phrase. A word may stand in several groups. */
export const englishNouns = `
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
broker intermediary middleman
brochure leaflet flyer pamphlet booklet
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
chart graph diagram
charge fee cost price
charity nonprofit
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
cloud hosted
clothes clothing garment apparel outfit
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
course class training lesson
courier messenger
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
document file paper
doctor physician medic gp
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
event function occasion
evening night
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
farm ranch
farmer grower
fare ticket_price
feature function functionality
fee charge price cost
feedback comments
fence railing
festival fair
field paddock
file document
film movie picture
fine penalty
fire blaze flame
firm company business
firework pyrotechnics rocket
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
laboratory lab
label tag sticker
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
machine device
magazine journal
mail post letter email
main master trunk
maintenance upkeep servicing
manager head boss lead
manual handbook guide
manufacturer producer maker
map chart plan
margin profit
market fair marketplace
material stuff
meal food dish
meeting appointment session gathering
member participant
memo note
memory ram
menu card
message note notification
method approach way technique procedure
microservice service
midnight twelve_at_night
minister secretary
minute minutes
mistake error
mobile phone
model version
module component
monitor screen display
motorway highway freeway
movie film
museum gallery
music song
neighbour neighbor
network net
newsletter bulletin mailing circular
newspaper paper
night evening night-time nighttime
noon midday
notebook laptop
notice notification announcement
notification alert message notice
number figure
nurse carer
nut peanut
obligation duty
office bureau workplace
officer official
offer bid
operation procedure surgery
opinion view
option choice
order purchase
organisation organization company body
outage downtime failure
output print
oven stove cooker
owner proprietor holder
package parcel packet
page sheet
painkiller analgesic
painter decorator
pair two couple
panel board
paper document
parcel package
parent mother father
park garden
part component piece
participant attendee
partner associate ally
party celebration
passenger traveller traveler rider
passport travel_document
password credential login passphrase login_secret secret
path route
patient sufferer
pattern template
pavement sidewalk footpath
pay salary wage wages earnings compensation remuneration
payment transfer settlement
payslip salary_statement
peak maximum
penalty fine sanction
pension retirement
people persons folks
performance show
period span time window
permission consent approval leave
permit licence
person individual human
personal_data personally_identifiable_information pii personal_information personal_details private_data
pet animal
phase stage step part
phone telephone call
photo photograph picture image snapshot
pipeline workflow
place location site
plan scheme schedule
plant factory
plate dish
player sportsman
pledge promise
police cops
policy rule guideline
pond pool lake basin
pool swimming_pool
position post job
poster placard
postponement delay
power electricity current
premises building
presentation talk slides
president head
press journalist media reporter newspaper
price cost fee charge rate
principal headteacher head
printer printing
prize award
probation trial
problem issue
procedure process method
product goods item article
production prod live live_system
professor lecturer
profit earnings margin
programmer developer coder
progress advance
project undertaking
promotion advancement
property real_estate
proposal suggestion
protest demonstration
provider supplier vendor
pub bar
publisher publishing
pump hydrant
pupil student schoolchild
purchase buy order
quality standard
quarter three_months
question query
queue line waiting_list
quota allowance limit
rack shelf
radio wireless
rail train railway railroad
rain precipitation
rate price
ratio proportion
reader readership
reason cause
receipt proof_of_purchase slip
recipe formula
record entry log row
recording tape
referee umpire
refrigerator fridge
refund reimbursement
region area
registration sign-up enrolment
regulation rule
release launch deployment version rollout
reminder prompt
rent lease
repair fix
replica copy
report account
reporter journalist
repository repo
request demand
research study
reservation booking
reserve buffer
resident inhabitant
restaurant eatery diner
result outcome
retailer shop
return send-back
revenue income turnover
review inspection check
reward prize
risk danger hazard
river stream
road street
robot bot
role position
roof rooftop
room chamber
route path way
row line
rule regulation policy
runway landing_strip
safety security
salary pay wage wages earnings payroll compensation
sale discount
salesman rep
sample specimen
sanction penalty
scheme plan
scholarship grant
school academy
scissors shears
screen display monitor
script program
seat chair place
secret confidential credential key
section part
security safety
seller vendor
seminar workshop course
server host machine
service microservice
session meeting
shelf rack
shift turn
ship boat vessel
shirt top
shoe footwear boot
shop store
shoulder side
show performance
shutter blind
side flank
sign board
signature sign-off
site website location
size dimension
sketch drawing
ski-lift cable_car
skill ability
sky heaven
smartphone phone
snow snowfall
software program application
soil earth ground
soldier troops
song tune
speaker lecturer
specialist expert
specification spec
speech talk address
sport athletics
spouse wife husband
spreadsheet excel_sheet
squad team
stadium arena
staff employee personnel workforce worker team crew
stage phase step
stairs staircase steps
standard norm
standard_output stdout console terminal
state condition
station stop
stock inventory
storage store
store shop
storm tempest
strategy plan
street road
stuff material
student pupil learner
subject topic
subsidiary branch
suburb outskirts
subscription membership
supplier vendor provider source contractor
supply stock
survey questionnaire poll
suspect defendant
switch toggle
system platform
table desk
task job duty
tax duty levy
taxi cab
teacher instructor tutor schoolteacher
team group squad crew
technician engineer
telephone phone call
television tv telly
tenant renter lodger
tender bid
term condition
test exam trial
theatre theater playhouse
theft stealing
thief burglar
third_party third-party partner outsider external outside_party
threshold limit
ticket pass
ticket issue
timetable schedule
timezone time_zone
plaintext plain_text clear_text
database data_base
backup back_up
website web_site
setup set_up
filename file_name
username user_name
tip advice
title heading
toilet bathroom
token credential key
tool utility
tour trip
tourist visitor sightseer
town city
toy plaything
track trail path
trade commerce
traffic vehicles
train railway rail
trainee apprentice intern
translator interpreter
trash garbage
traveller traveler passenger
treasurer till
treatment therapy
tree sapling
trial test
trial_period trial probation
trip journey tour
truck lorry
tutor teacher
tyre tire
umbrella parasol
uncle relative
uniform work_clothes
unit module
user end-user
vacation holiday leave
vaccine jab
validation check verification
van truck
vehicle car
vendor supplier provider seller
venue location place site
version release
video clip film recording
view opinion
village hamlet
visitor guest tourist caller
volunteer helper
vote ballot
wage pay salary
waiter server
walker pedestrian
wall partition
warehouse depot storehouse storage
warning alert
waste garbage
watch clock
water liquid
weapon gun arm
weather climate
website site web_page homepage
weekend saturday_and_sunday
wheel tyre
whiteboard board
wife spouse
window pane
winner victor
winter cold_season
woman lady female
wood timber
worker employee labourer
workflow process pipeline
workshop course seminar
wristband bracelet
writer author
yard courtyard
year twelve_months
youngster child teenager
`;
