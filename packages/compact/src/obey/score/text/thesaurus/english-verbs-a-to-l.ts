/** English words for the same deed, from a to l, one group a line; `_` joins the words of a phrase. A word may stand in several groups. */
export const englishVerbsAToL = `
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
`;
