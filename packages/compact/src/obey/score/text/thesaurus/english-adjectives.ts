/** English qualities, manners and times that mean the same, one group a line. */
export const englishAdjectives = `
abroad overseas foreign
absent missing away
additional extra further another more second
after following once
afterwards later
alone unattended unaccompanied on_own by_oneself solo
alone single-handedly single-handed on_own
always constantly at_all_times
angry cross
annual yearly
anonymous unnamed nameless
at_once immediately right_away straight_away instantly
authentic genuine real
automatic automated
available accessible
bad poor
basic simple
before prior_to ahead_of earlier_than
big large huge
brief short
broken faulty defective
by_hand manually manual
calm quiet
cheap inexpensive low-cost
clean tidy
clear plain
cold chilly
common shared
compulsory mandatory obligatory required
concurrent parallel simultaneous at_same_time
confidential secret private
contaminated polluted
continuous constant
correct right
customer-facing public
damaged broken
dangerous hazardous
dark dim
deep profound
default standard
defective faulty
direct straight immediate
directly straight immediately
drunk intoxicated under_influence
early ahead_of_time
easy simple
electronic digital
empty vacant
encrypted enciphered
entire whole complete full
equal same
essential vital
exact precise
expensive costly dear
expired out-of-date past_date
explicit express clear
exposed open
external outside outsider
false wrong untrue
fast quick rapid
final last
first before_anything_else before_everything_else initially at_beginning to_begin_with first_of_all beginning
flammable inflammable combustible
foreign overseas
formal official
former previous
forward ahead
free gratis complimentary no_charge without_charge
frequent regular
fresh new
front facade
full complete
general common
global worldwide
good fine
gradual step_by_step bit_by_bit
half fifty_percent
happy glad
hard difficult
harmful damaging
healthy well
heavy weighty
hidden concealed
high tall
historic historical
hot warm
huge enormous
hungry starving
identical same
ill sick
illegal unlawful
immediate instant
important crucial
in_advance beforehand ahead_of_time upfront
in_house internally internal
in_person face_to_face
in_public publicly public openly
in_secret secretly covertly
in_writing written on_paper
incomplete partial unfinished
individual single separate
inside within indoors in
intern trainee
internal in-house
joint common
large big
last final
late overdue
legal lawful
light pale
little small
live real-time real_time
live production real
local regional
locked closed
long lengthy
loud noisy
lucky fortunate
main master trunk
major big
manual by_hand
mobile portable
modern contemporary
multiple several
narrow slim
nearby close
necessary needed required
new fresh
next following upcoming
noisy loud
normal regular
old aged
online on_internet on_web
on_foot walking
open unlocked
optional voluntary
other different
outdated stale
outside outdoors outdoor out_of_doors
over_phone by_phone on_phone by_telephone in_call
overnight during_night at_night
own personal
partial incomplete
permanent lasting
personal private
pet animal
plain simple
plaintext cleartext unencrypted in_clear unhashed readable
polite courteous
poor needy
possible feasible
pregnant expecting
present current
previous former
private personal
prompt quick
public open
quick fast
quiet silent
random arbitrary
rare uncommon
raw unprocessed uncooked
ready prepared
real actual
real-time live
recent latest
red-hot glowing
regular usual
reliable dependable
remote from_home off-site
resident local
rich wealthy
round circular
rude impolite
rural country
safe secure
same identical
secure safe
senior experienced
sensitive confidential
separate distinct
serious grave
several multiple
sharp pointed
short brief
shared common
sick ill
silent quiet
similar alike
simple easy
single one sole only lone just_one
slow sluggish
small little
sober clear-headed
spare replacement
special particular
staged phased step-by-step gradual
static fixed
steep sharp
strict stringent
strong powerful
sudden abrupt
sufficient enough
sure certain
tall high
temporary interim provisional
thick dense
thin slim
tiny minute
tired weary
total whole
two-phase two-step two-stage
unannounced without_warning without_notice unasked
unarmed without_weapon
unattended unsupervised alone without_supervision unwatched on_own
unauthorised unauthorized without_permission
uncovered bare
unencrypted plaintext cleartext unhashed
unlimited limitless
unpaid outstanding
unsafe dangerous
unsigned without_signature
untested without_test
unused idle
unverified unchecked unvalidated
upper top
urban city
urgent pressing
used second-hand pre-owned
useful helpful
useless pointless
usual normal
valid current
valuable precious
various different
vegetarian meatless meat-free without_meat
verbal oral spoken by_word_of_mouth
visible in_sight
wealthy rich
wet damp
whole entire
wide broad
wild untamed
wooden timber
wrong incorrect
young youthful
blindly blind uncritically
carefully with_care cautiously
exclusively only solely
loudly aloud
twice two_times
entirely wholly fully completely
`;
