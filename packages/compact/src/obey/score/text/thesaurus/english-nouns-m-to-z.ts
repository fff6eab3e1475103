/** English names for the same thing, from m to z, one group a line; `_` joins the words of a phrase. A word may stand in several groups. */
export const englishNounsMToZ = `
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
offer bid
office bureau workplace
officer official
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
plaintext plain_text clear_text
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
setup set_up
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
student pupil learner
stuff material
subject topic
subscription membership
subsidiary branch
suburb outskirts
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
username user_name
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
website web_site
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
