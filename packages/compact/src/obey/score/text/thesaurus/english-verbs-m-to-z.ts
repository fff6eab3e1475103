/** English words for the same deed, from m to z, one group a line; `_` joins the words of a phrase. A word may stand in several groups. */
export const englishVerbsMToZ = `
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
