/**
 * English opposites, one pair of sides a line, parted by `:`. Who must do the one must not do the other; "wet" and "dry"
 * belong here, "red" and "blue" do not.
 */
export const englishOpposites = `
open unlock unlocked reopen opened : shut close closed lock locked seal sealed
delete erase remove wipe purge discard destroy throw_away shred drop dispose : preserve keep retain save archive conserve stay stay_in_place remain leave_in_place
enable activate turn_on switch_on : disable deactivate turn_off switch_off
disable turn_off switch_off deactivate : stay_on stay_enabled keep_on remain_on stay_active keep_enabled remain_enabled stay_switched_on stay_turned_on enabled on
raise increase put_up go_up rise grow : lower reduce decrease cut bring_down go_down fall
raise increase exceed change : stay_same unchanged stay_unchanged remain_unchanged frozen freeze constant
change modify edit alter touch amend rename rewrite : unchanged untouched stay_same leave_alone leave_unchanged as_is leave_as_is stay_as_is fixed
accept admit let_in take : refuse reject turn_away turn_down decline
disclose reveal share publish leak divulge show tell announce give_out release make_public send export email : confidential secret private keep_secret conceal hide stay_private stay_internal keep_to_oneself withhold under_wraps in-house internal between_us
outsource contract_out subcontract : in-house in_house inside internal
start begin launch : stop end finish
arrive come : leave depart
drain empty : stay_full keep_full full filled fill
on : off
off : on
inside indoors indoor in : outside outdoors outdoor
with : without
without : with
before : after
after : before
alone unattended unsupervised unwatched : attended supervised watched accompanied someone somebody stay_with watch supervise accompany in_pairs attend guarded
alone : with_someone accompanied pairs in_pairs together
wet damp : dry
hot warm : cold cool
merge combine join unite mix : separate split apart keep_apart keep_separate divide separately
cancel drop terminate : keep continue renew
buy purchase : sell
hire recruit employ : fire dismiss lay_off sack let_go
plaintext unencrypted cleartext : encrypted hashed encrypt hash
encrypt : plaintext unencrypted cleartext
public publicly : private confidential secret internal
move relocate : stay stay_put remain stay_where
leave : stay remain
late : on_time punctual punctually
early : late
reuse share : unique separate own fresh new different_each_time one_each
approve allow permit : refuse reject deny forbid
postpone delay put_off defer : on_schedule as_planned on_time bring_forward
skip omit bypass leave_out forget : include do
ignore disregard flout neglect : respect obey observe honour heed adhere_to stick_to comply follow abide_by
violate break breach exceed : respect obey observe stay_within stay_below stay_under keep_to stick_to
trust : distrust mistrust suspect
wake disturb : let_sleep leave_in_peace
manually by_hand : automatically automatic automated script
shorten cut : lengthen extend
extend lengthen prolong : shorten
borrow : lend
full : empty
first : last
upload : download
import : export
accelerate speed_up : slow_down
anonymous : named signed
sober : drunk
renew extend prolong : lapse expire run_out terminate end let_lapse
feed : starve
blame accuse : spare
delay : on_time immediately at_once promptly
raise : unchanged
bury : dig_up
bend break : straight intact
waste : save
freeze : thaw
appear : disappear
remember : forget
hide : show
split : keep_together
spoken verbal orally : written writing
`;
