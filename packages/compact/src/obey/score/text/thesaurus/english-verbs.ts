/** English words for the same deed, one group a line; `_` joins the words of a phrase. A word may stand in several groups. */
export const englishVerbs = `
abandon discard give_up drop scrap ditch shelve relinquish
accept take honour take_in agree_to receive
acquire buy purchase procure obtain order get_hold_of shop_for
add append include insert attach put_in
adjust tweak tune fine-tune calibrate
admit let_in allow_in give_access
advertise promote market publicise publicize
advise counsel recommend suggest
aggregate bundle pool group consolidate
allocate assign earmark set_aside reserve apportion dedicate
allow permit let authorise authorize approve enable greenlight sanction
alter change modify amend edit revise adapt rework tamper_with
amend correct fix rectify repair
analyse analyze study examine evaluate assess
announce declare proclaim make_known make_public unveil
answer reply respond response get_back_to reply_to respond_to
appoint name nominate designate put_in_charge make_head choose
approve sign_off sign-off okay endorse clear ratify approval give_green_light green-light
archive store file put_in_archive
arrange organise organize set_up plan coordinate
ask request query inquire enquire question consult
assemble build construct put_together make erect
assess rate grade score review evaluate appraise
assist help support aid
assume presume suppose take_for_granted guess believe
attend visit take_part participate be_present go_to show_up
automate script mechanise mechanize automatic automatically
award grant give hand bestow
back_up backup copy duplicate make_copy make_backup take_backup
bake cook prepare
ban forbid prohibit outlaw bar disallow
bill invoice charge
blame accuse fault point_finger pin_on hold_responsible scapegoat
block stop prevent obstruct bar hold_up
board get_on embark
book reserve schedule reservation
borrow take_loan lend_from
break violate breach infringe contravene
bring fetch carry take deliver
broadcast stream transmit air live-stream livestream
build make construct create develop
buffer cache keep_in_memory
burn incinerate set_on_fire torch
bypass skip circumvent sidestep get_around work_around avoid evade dodge
calculate compute work_out determine
call phone ring telephone dial
call invoke trigger execute run use
cancel call_off scrap axe annul drop terminate
capture record log take_down
carry transport haul lug bring
celebrate mark commemorate
change switch move swap convert
charge bill cost price invoice
chase pursue follow_up hunt
chat talk speak converse
check verify inspect review examine control look_over look_at vet audit
choose pick select opt_for decide_on go_with settle_on elect go_for
clean wash scrub wipe tidy cleanse
clear empty purge vacate
clone copy duplicate fork replicate
close shut lock seal shutter
collect gather harvest pick_up accumulate
combine merge join unite unify fuse mix blend consolidate become_one
comment remark annotate note
commit push check_in submit
communicate tell share convey relay
compare contrast benchmark match
compensate reimburse refund repay pay_back make_good
complain grumble object protest
complete finish finalise finalize conclude wrap_up end get_done
comply obey follow adhere_to stick_to respect abide_by observe
compress shrink zip condense
conceal hide mask cover_up withhold keep_secret obscure
conduct perform carry_out run hold do execute
configure set set_up adjust specify
confirm verify validate ratify acknowledge
connect link join attach hook_up plug_in
consume eat use drink
contact reach reach_out get_in_touch write_to call
continue go_on carry_on keep_on proceed persist
convert transform turn_into change translate port
copy duplicate replicate reproduce clone photocopy
count tally number add_up
cover insure pay_for protect
create make produce generate set_up establish
crop cut trim clip prune shear
cut reduce lower slash trim decrease shrink bring_down lessen diminish
damage harm hurt injure break ruin spoil
dance waltz
deal_with handle manage take_care_of look_after be_responsible_for be_in_charge run process tend_to see_to
debug troubleshoot diagnose
decorate adorn paint
decrease fall go_down drop decline reduce lower diminish
defer postpone delay put_off push_back hold_over reschedule adjourn
delegate hand_over assign pass_on
delete erase remove wipe purge drop destroy get_rid_of clear trash throw_away expunge
deliver bring ship hand_over supply provide dispatch
demolish tear_down knock_down destroy raze pull_down
deny refuse reject turn_down decline
deploy release ship launch roll_out rollout push push_to_production go_live put_live put_into_production publish deliver go_to_production promote
describe explain outline depict
design draft sketch plan
destroy ruin wreck demolish shred annihilate
develop build create code
digitise digitize scan
disable turn_off switch_off deactivate shut_off put_out_of_action suspend cut_off
disclose reveal share leak divulge expose give_away make_known release tell publish pass_on give_out let_know show get_to_see
discard throw_away throw_out dispose_of bin dump get_rid_of toss trash junk disposal
discuss debate talk_about talk_over
dismiss fire sack lay_off let_go terminate make_redundant kick_out dismissal
display show present exhibit put_on_show
dispatch send ship mail post send_out send_off
distribute hand_out give_out circulate spread disseminate pass_around
divide split separate partition break_up
document write_down record note log write_up document_in_writing put_in_writing
donate give contribute give_away
double duplicate twice make_twice
download fetch pull get
draft write compose draw_up
drain empty pump_out let_out
dress wear put_on clothe
drive steer operate ride
drop omit leave_out remove cut discard
eat consume have feed_on
edit change modify touch alter
educate teach train instruct coach school
eject expel throw_out kick_out evict remove
email mail e-mail send_email
embed hardcode hard-code bake_in put write_into build_in include
employ hire recruit take_on engage bring_in bring_on_board staff
employ use utilise utilize apply make_use_of work_with
enable turn_on switch_on activate allow put_on
encrypt encode scramble cipher
end finish stop terminate conclude close
enforce impose apply
enlarge expand extend grow increase widen broaden scale_up
enrol enroll register sign_up join
enter go_into come_into step_into walk_into get_into set_foot access
enter type key_in type_in input submit
erase wipe delete rub_out blank
escalate raise pass_up
establish set_up found create start
evacuate clear leave vacate
evaluate assess judge rate appraise
examine inspect check look_at study
exceed go_over go_above surpass go_beyond top
exchange swap trade replace switch
execute run carry_out perform launch
exempt excuse free release waive
expand extend grow enlarge
expire lapse run_out
explain clarify spell_out set_out
exploit abuse misuse take_advantage
export ship_abroad extract dump
expose reveal show lay_open make_visible leak
extend lengthen prolong stretch make_longer draw_out
extinguish put_out douse
fall drop go_down decline sink
fasten secure tie fix attach
feed give_food give_to_eat get_to_eat nourish eat
fetch get retrieve collect pick_up
fill load stock top_up
fill_in complete fill_out
finance fund pay_for sponsor bankroll underwrite
find locate discover detect
finish complete end conclude
fix repair mend patch solve resolve sort_out remedy
flag mark highlight label
follow obey comply adhere
follow track pursue
force push compel coerce
forget neglect overlook omit
format style lay_out
forward pass_on send_on relay redirect
freeze lock suspend halt
fund finance sponsor pay_for
furnish supply equip fit_out provide
generate produce create make
get obtain receive acquire
give hand provide grant offer supply
give_up quit abandon relinquish
grant give award allow
greet welcome receive
grow rise increase climb expand
guarantee promise assure warrant ensure
guard protect watch secure
guess estimate speculate
halt stop pause suspend
handle deal_with manage process take_care_of be_in_charge_of be_responsible_for touch
hand give pass deliver
hand_over turn_over surrender pass_on give transfer
hang put_up suspend
harvest reap pick gather
heat warm warm_up
hide conceal cover mask
hire rent lease
hire recruit take_on employ engage appoint bring_in
hit strike punch beat
hold keep retain
hold take_place run stage host be_held
host run serve accommodate
identify recognise recognize detect
ignore disregard overlook neglect pass_over pay_no_attention take_no_notice brush_aside flout
illustrate draw depict
implement build develop realise realize put_in_place introduce code
import bring_in load
impose levy apply introduce
improve enhance better upgrade optimise optimize polish refine
include contain add incorporate embed
increase raise grow boost lift hike put_up bump go_up step_up climb
inform tell notify let_know alert brief advise
inject insert introduce
insert put_in add place
inspect check examine look_over
install set_up fit put_in mount
instruct tell order direct
insult offend abuse
insure cover take_out_insurance take_out_cover get_insurance
integrate connect merge incorporate combine
interrupt disturb break_in cut_off
interview question talk_to
introduce launch bring_in establish roll_out adopt
invest put_money sink_money
investigate look_into probe examine research
invite ask_along ask summon
invoke call trigger use run
isolate separate quarantine keep_apart
issue send_out hand_out release publish put_out
join enter sign_up enrol
judge assess rule
jump leap skip
keep store save retain hold maintain preserve hang_on_to hold_on_to leave
kill terminate end stop shoot
label tag mark
land touch_down arrive
laugh joke
launch start release introduce kick_off go_live ship roll_out bring_out
lead head run direct be_in_charge manage be_head chair steer
leak disclose reveal expose
learn study
lease rent hire let
leave go depart quit exit
leave_out omit skip drop exclude
lend loan give_on_loan
lengthen extend prolong make_longer
let rent lease hire_out rent_out
lift raise hoist elevate
light ignite set_fire
limit restrict cap constrain confine bound put_cap
link connect tie
list enumerate name
listen hear
load fill put_on
lock secure bolt close seal
log record write print register track output write_to_log put_in_log
log_in sign_in login log_on
look_after take_care_of mind tend care_for watch_over
lose misplace mislay
lower reduce cut bring_down decrease drop go_down make_cheaper
mail post send
maintain keep_up service look_after preserve upkeep maintenance
make produce manufacture create fabricate
make_public publish disclose release
manage run handle oversee supervise administer be_in_charge direct take_care_of
mark label flag tag
measure gauge weigh
meet get_together gather convene
mention name bring_up refer_to cite
merge combine join unite fuse integrate
migrate move transfer switch transition port
mind care look_after
misuse abuse exploit
mix blend combine stir
mock fake stub simulate
modify change alter touch edit adjust
monitor watch track observe keep_eye
mount install hang put_up attach fix
move shift transfer relocate migrate transport change switch bring_forward
mow cut trim
name call title
negotiate bargain haggle
notify inform alert tell let_know send_notice warn
obey follow comply
obtain get acquire
offer provide give propose
omit leave_out skip drop forget miss_out
open unlock unseal
operate run use work
optimise optimize improve tune
order buy purchase request place_order
organise organize arrange run plan hold stage
outsource contract_out hand_to_outside farm_out hand_to_external subcontract give_to_contractor give_to_agency
overload overburden swamp
overtake pass outrun
overwrite replace write_over clobber
own possess have belong_to
pack wrap package box
paint colour color coat get_coat coat_of_paint
park leave_car
pass hand give
patch fix update repair
pause suspend halt stop
pay settle disburse remunerate remit payment payout payroll pay_out
pay spend cost shell_out
peel skin strip
perform do execute carry_out run play
permit allow let
photograph take_picture take_photo shoot snap photo picture photography take_pictures take_photos
pick choose select
place put set lay
plan intend schedule
plant sow
play perform
plug_in connect insert
point_out mention
polish shine buff
post publish put_online upload put_up
post mail send
postpone delay put_off push_back defer
pour tip empty
practise practice rehearse train
praise commend
prepare get_ready make_ready
prescribe order write_prescription give_prescription
present show display
preserve keep save conserve retain maintain
press push squeeze
prevent stop avert
print output
prioritise prioritize put_first rank favour give_priority take_priority come_first
process handle treat
proclaim declare
procure buy obtain
produce make manufacture create
promise pledge guarantee commit
promote advance move_up upgrade promotion
promote advertise
proofread check correct
propose suggest put_forward
protect guard shield secure safeguard defend
prove demonstrate show
provide give supply offer deliver
prune cut trim
publish make_public release put_out post put_online go_public bring_out publication print issue
pull drag tug
pull withdraw take_down retract
punish discipline penalise penalize fine
purchase buy acquire
push shove press
put place set lay
query ask search
quit leave resign
quote cite
race run sprint
raise increase lift put_up hike up go_up bump
reach get_to arrive_at
read look_at go_through
rebuild reconstruct restore redo
recall call_back withdraw
receive get obtain
recommend suggest advise advocate
record document log register tape write_down
recover restore get_back retrieve
recruit hire take_on
recycle reuse
redirect reroute divert forward
redo repeat do_again
reduce cut lower decrease bring_down scale_down shrink shorten make_smaller
refactor restructure rework rewrite clean_up
refer send direct
refund reimburse pay_back give_money_back repay money_back reimbursement return_money
refuse decline reject turn_down deny turn_away
register enrol sign_up record
reject decline refuse turn_down dismiss
release publish ship launch make_available bring_out go_live
release let_go free set_free
relocate move transfer shift
rely depend count_on trust bank_on lean_on build_on put_trust put_faith
remain stay keep
remind prompt nudge send_reminder
remove take_away take_off take_out delete eliminate get_rid_of strip dismantle withdraw detach removal take_down pull_out
rename relabel retitle change_name give_new_name call
renew extend prolong renewal
renovate refurbish restore redecorate modernise modernize do_up overhaul
rent hire lease let
reopen open_again
repair fix mend restore patch
repeat redo do_again say_again
replace swap substitute exchange switch
report tell notify file
represent stand_for
reproduce copy replicate
request ask_for demand apply_for
require need demand call_for insist_on must_have take
research investigate study
reserve book set_aside hold
reset restore clear
resign quit step_down
resolve settle solve fix
respect honour observe follow obey stick_to keep_to adhere_to
respond answer reply
restart reboot relaunch start_again bounce
restore recover bring_back reinstate
restrict limit confine cap curb
resume restart take_up_again
retain keep hold_on_to preserve store
retire withdraw step_down phase_out sunset
retrieve get fetch
retry try_again attempt_again repeat
return give_back bring_back send_back take_back hand_back
reuse recycle use_again use_twice share
review check go_over look_over inspect examine second_look
revise change amend edit
revoke withdraw cancel take_away rescind
rewrite redo rework reimplement write_again re-write reimplement rewriting
rinse wash
rise go_up increase climb
roast bake cook
roll_back rollback revert undo
rotate renew change turn
rotate swap_out cycle
run execute perform carry_out start launch
run operate manage lead
rush hurry
sack fire dismiss
save keep store
save economise economize
save rescue
scale grow expand
scan check inspect
schedule plan book arrange set timetable slate
seal close lock
search look_for hunt seek
secure lock protect
select choose pick
sell trade vend part_with sale flog put_up_for_sale market
send mail post dispatch ship forward transmit go_out transfer put_in_mail despatch deliver issue
separate split divide part keep_apart
serve offer give dish_up hand_out
set put place configure specify define fix
settle pay resolve
sew stitch
shake stir
share disclose reveal pass_on give show divulge hand_over send tell get_to_see forward
shift move
ship send deliver dispatch post mail
shorten cut reduce make_shorter
shout yell scream
show display present reveal
shower wash
shred destroy tear_up
shut close lock
sign put_signature autograph signature
simplify streamline make_simpler
sing perform
skip bypass omit leave_out miss go_without do_without dispense_with forgo pass_over jump_over cut_out sidestep
sleep nap rest
slow slow_down delay throttle
smoke light_up vape
smuggle sneak
solve resolve fix crack
sort order arrange
speak talk
speed_up accelerate hasten make_faster
spend lay_out use_up
split divide separate break_up
sponsor fund
spread distribute circulate
spy snoop eavesdrop
staff man crew
stage hold put_on
stamp mark
standardise standardize unify harmonise harmonize
start begin launch commence kick_off initiate open
stay remain keep
steal take rob pinch
stop halt end cease quit discontinue
store save keep persist hold stash put_away retain stock place
strengthen reinforce harden
study learn
submit hand_in file send_in turn_in
subscribe sign_up
substitute replace swap
sue take_to_court
suggest propose
supervise oversee watch monitor
supply provide deliver furnish
support back help
suppress hide silence swallow
suspend pause halt
swap exchange switch replace trade
swim bathe take_swim
switch change move migrate go_over transition
synchronise synchronize sync
tag label mark
take grab
take_over assume acquire inherit
talk speak chat
target aim
taste try sample
tax levy
teach train instruct give_lessons educate cover
tear rip
tell inform notify let_know
tempt lure
terminate end cancel kill
test try trial experiment run_test try_out check pilot test_out do_test
text message
thank express_thanks
threaten menace
throttle limit slow_down
throw toss fling
throw_away discard bin
tidy clean_up
tie bind
tip gratuity
touch handle tamper interfere modify change lay_hand get_near
tour visit
track follow trace monitor
trade deal exchange
train teach coach instruct get_training receive_training
transfer move shift send
transform convert
translate render put_into
transport carry ship move haul
travel go journey
treat handle
trim cut clip prune
trust rely believe have_confidence take_at_face_value depend
try attempt
turn rotate
type enter key_in
undo reverse revert
unite merge combine
unload unpack empty
unlock open
unplug disconnect
update refresh renew bring_up_to_date upgrade
upgrade update move_up improve
upload put_online post
use utilise utilize employ apply work_with make_use go_with build_on rely_on opt_for adopt
vaccinate inoculate jab
validate verify check sanitise sanitize sanity-check vet
value appreciate
verify check confirm validate
view see look_at watch
visit call_on see go_to
vote ballot
wait hold_on
wake rouse
walk stroll take_for_walk
warn alert caution
wash clean rinse launder
waste squander
watch observe monitor look_at
water irrigate give_water get_water sprinkle hose spray
wear put_on have_on be_dressed
weigh put_on_scales
welcome greet
whisper murmur
widen broaden
win gain
wipe clean erase
withdraw pull take_back
work labour toil
worry concern
wrap pack
write compose pen draft put_down author
`;
