/**
 * What a manual says about a thing that is lent, kept and repaired. `[before]` is an entry of `plainWords`, `{days}` a fact,
 * `(a|b)` a choice of wording. Each statement is one sentence that can follow “it is stipulated that”.
 */
export interface Aspect {
  readonly heading: (things: string) => string;
  readonly statements: readonly string[];
}

const of = (what: string) => (things: string) => `${what} ${things}`;

/** Four groups of four aspects. */
export const aspectGroups: readonly { readonly heading: string; readonly aspects: readonly Aspect[] }[] = [
  {
    heading: 'From the request to the return',
    aspects: [
      {
        heading: of('Asking for'),
        statements: [
          'You [must~plural] [ask for] a {thing} on form {code} at least {days} days [before] the day of use.',
          '[If] you need [more than] {count} {things}, you [must~plural] [give] the [reason] on the back of the form.',
          'The {role} [must] (look at|go through) your form [within] {days} days.',
          'A form that (comes in|reaches us) [after] {time} counts as a form of the [next] day.',
          '(All forms|The forms) go to room {room}, or by post to {person}.',
          'You [may~plural] [ask for] a {thing} for a guest [if] you stay with the guest all day.',
          'The form asks for your name, your team and the dates on which you need the {thing}.',
          '[Because] there are just {count} {things} on this site, two teams may have to take turns.',
        ],
      },
      {
        heading: of('Lending'),
        statements: [
          'You [may~plural] [keep] a {thing} for {days} days at a time.',
          '[Before] the loan the {role} (reads out|notes) the number on the {thing}, and you [sign] sheet {code}.',
          'A loan does not pass from one person to another [unless] {person} knows of it.',
          'You [can~plural] have the loan made longer by {count} days [if] nobody waits for the {thing}.',
          'The desk in room {room} is [open] from {time} on each working day.',
          'We [may~plural] call a {thing} back [at once] [when] a team needs it for urgent work.',
          'No one [may] have [more than] {count} {things} on loan at the same time.',
          'The loan starts on the day on which you [sign] the sheet and not on the day you asked.',
        ],
      },
      {
        heading: of('Returning'),
        statements: [
          'You [must~plural] [bring back] the {thing} by {time} on the [last] day of the loan.',
          'The {role} and you [check] the {thing} side by side and [sign] sheet {code}.',
          '[If] the desk is [closed], you [may~plural] leave the {thing} in the box [near] room {room}.',
          'A {thing} that comes back [more than] {count} days late is marked on your card.',
          '[After] the third late return you [may not~plural] [ask for] a {thing} for {days} days.',
          'You [must~plural] take out (all|any) papers and goods of your own [before] the return.',
          'Parts that were lent with the {thing} come back in the same bag.',
          'Our clerk {person} [can] (give|send) you a note that shows the date of the return.',
        ],
      },
      {
        heading: of('Visitors and'),
        statements: [
          'A guest [may] [use] a {thing} [only] [while] a host of ours is in the same room.',
          'The host [must] [tell] the {role} [before] the visit.',
          'We give each guest a sheet with our [rules] [about] the {thing}, and the guest keeps that.',
          'Guests from other firms [must~plural] [show] a card with a photo at the gate from {time} on.',
          'A group of [more than] {count} guests needs a second host.',
          '[If] a guest stays [after] {time}, the host [must] [ask] {person}.',
          'The host [must] [write down] the name of the guest in book {code}.',
          'Guests [may not~plural] [take] a {thing} out of the house.',
        ],
      },
    ],
  },
  {
    heading: 'Day and night',
    aspects: [
      {
        heading: of('Keeping'),
        statements: [
          'We [keep] our {things} in room {room}, which stays at {count} degrees all year.',
          'The {role} has the one key to that room, and {person} has a spare.',
          'You [must~plural] [lock] the room [when] you leave it, even for {count} minutes.',
          'A {thing} has a fixed [place] on the shelf, and the shelf bears the same number.',
          'Wet {things} dry for {hours} hours before they go back on the shelf.',
          'You [may not~plural] [keep] food or drink [near] the {things}.',
          'The room holds {count} {things} at most, and what is over goes to store {code}.',
          '[If] there is no room on the shelf, you [must~plural] [tell] the {role} [at once].',
        ],
      },
      {
        heading: of('Cleaning'),
        statements: [
          'The team that used a {thing} [must] [clean] it [before] the return.',
          'You [must~plural] [use] the soap from box {code}, [because] other soap harms the paint.',
          'A deep clean of our {things} takes place on {date} and needs {hours} hours.',
          'You [may not~plural] wash a {thing} with water that is hotter than {count} degrees.',
          'The {role} looks at one {thing} in ten [after] the clean.',
          'Cloths and gloves are in room {room}, and {person} orders new ones.',
          '[If] a stain stays, you [must~plural] leave it and [tell] the {role}.',
          'Dirt from outside comes off [at once], and then the {thing} goes back to its [place].',
        ],
      },
      {
        heading: of('Night use of'),
        statements: [
          'From {time} on you [may~plural] [use] a {thing} [only] with the consent of the night guard.',
          'The guard [must] [write down] each use in book {code}.',
          'At night two of our [staff] (work|go) as a pair [so that] one can fetch [help].',
          'The lights in room {room} stay on [while] a {thing} is in use.',
          'On the night of {date} no {things} are lent at all.',
          '[If] an alarm sounds, you [must~plural] [stop] the work and go to gate {count}.',
          'You [can~plural] reach {person} on extension {extension} all night.',
          'Night work with a {thing} ends {count} minutes [before] the shift does.',
        ],
      },
      {
        heading: of('Weekends and'),
        statements: [
          'On a weekend the {role} on call decides who [may] have a {thing}.',
          'You [must~plural] [send] your weekend plan to {person} by {time} on Thursday.',
          'The east door stays [closed], so you [must~plural] come in past room {room}.',
          'A {thing} that is out on Friday [may] stay out [until] {time} on Monday.',
          'We count a feast day as a Sunday, with {date} as the one that is not.',
          'On weekends there is no [help] from the workshop, but extension {extension} is manned.',
          '[If] [more than] {count} {things} are to leave the house, you [must~plural] [ask] the {role}.',
          'Keys go back into box {code} [before] the end of your shift.',
        ],
      },
    ],
  },
  {
    heading: 'Care and repair',
    aspects: [
      {
        heading: of('Loss of'),
        statements: [
          '[If] a {thing} is [lost], you [must~plural] [tell] the {role} [within] {hours} hours.',
          'You [must~plural] [write down] the day and hour of the loss on form {code}.',
          'Two of our [staff] look for the {thing} for {days} days.',
          'Card {code} is no longer good once the loss is on file.',
          '[When] you [find] the {thing} later, you [must~plural] hand it in at room {room}.',
          'A second loss [within] {days} days goes to {person}, who talks with you.',
          'We do not ask you for money [unless] you left the {thing} out of doors.',
          'You get a new {thing} from us [within] {days} days.',
        ],
      },
      {
        heading: of('Repair of'),
        statements: [
          '[If] a {thing} is [broken], you [must~plural] [stop] all use of it and tie tag {code} to it.',
          'The workshop [must] [fix] it [within] {days} days or say why not.',
          'You [may not~plural] [fix] a {thing} yourself, even [if] you know how.',
          'Spare parts are in room {room}, and {person} has the [list] of them.',
          'Work that costs [more than] {amount} needs the name of the {role} on the order.',
          'A {thing} that has been to the workshop {count} times in one year is not mended again.',
          'The workshop [must] [tell] you by {time} on the day on which the work is done.',
          'You [can~plural] borrow one of {count} spare {things} [while] yours is away.',
        ],
      },
      {
        heading: of('Yearly checks of'),
        statements: [
          'The {role} [must] [check] all {things} [each year], and [at once] [after] a fall.',
          'We [start] the check on {date} and need {days} days for it.',
          'A {thing} that passes gets a green dot and a line in book {code}.',
          '[If] it does not pass, the {role} takes it to room {room} on the same day.',
          'You [must~plural] have your {thing} ready at {time} on the day of the check.',
          'The firm that does the check sends its notes to {person}.',
          'We [check] one part in {count} with special [tools].',
          '[If] you miss the check, you [may not~plural] [use] the {thing} [until] it has been through one.',
        ],
      },
      {
        heading: of('Throwing away'),
        statements: [
          'The {role} [can] say that a {thing} has come to the end of its life.',
          'You [may not~plural] [throw away] a {thing} on your own.',
          'Old {things} wait in room {room} for {days} days, in case a team still wants one.',
          'Its number comes off the [list], and {person} [must] [sign] slip {code}.',
          'Parts made of steel go to the yard on {date}.',
          'We sell {things} [only] [when] we have [more than] {count} of them.',
          'A {thing} may go to a school, at a price of {amount} or for free.',
          'You [must~plural] [check] old {things} for papers [before] the sale.',
        ],
      },
    ],
  },
  {
    heading: 'Money and papers',
    aspects: [
      {
        heading: of('Costs of'),
        statements: [
          'Each team [must] [pay] {amount} a year for the {things} that it has.',
          '[If] a {thing} costs [more than] {amount}, the board [must] [agree to] the order.',
          'We share the price of repairs, {percent} for the team and the rest for the house.',
          'You [must~plural] [send] all bills to {person} by {date}.',
          'A bill with the wrong code goes back, and {code} is the right one for {things}.',
          'You [must~plural] [keep] the slip for {days} days [after] the day of the sale.',
          'The price list of the {role} hangs in room {room}.',
          'We [may not~plural] [pay] a bill for goods that were not on the order.',
        ],
      },
      {
        heading: of('Buying'),
        statements: [
          'You [must~plural] ask three firms for a price [if] a {thing} costs [more than] {amount}.',
          'The {role} [must] [choose] the offer and [give] the [reason] [in writing].',
          'We [buy] {things} twice a year, on {date} and once in the fall.',
          'New {things} come to room {room}, where {person} counts them.',
          'The firm sends its bill with the words “{code}” on it.',
          'You [may not~plural] [change] an order [more than] {count} days [after] its date.',
          '[If] a box is torn, you [must~plural] [tell] the driver and note it on the slip.',
          'We try a new kind of {thing} for {days} days and then [buy] [more than] {count}.',
        ],
      },
      {
        heading: of('Records of'),
        statements: [
          'The {role} [must] [keep] the [list] of all {things} with the room and the name of the user.',
          'You [must~plural] [tell] the {role} of all [changes] [within] {days} days.',
          'We [count] the {things} [each month] and match the sum with book {code}.',
          'A page of the book stays with us for {count} years.',
          '[If] you see any [mistake], you put a line through it and do not rub it out.',
          'The book lies in room {room}, and {person} has the key to it from {time} on.',
          'On {date} a clean copy goes to the board.',
          'Names of users are not shown to people from outside, [unless] a court asks.',
        ],
      },
      {
        heading: of('Training for'),
        statements: [
          'You [may~plural] [use] a {thing} [only] [after] a course of {hours} hours.',
          '{person} [must] [train] new [staff] [within] {days} days of their first day.',
          'The course is in room {room} and starts at {time}.',
          'You get card {code} at the end and [must~plural] have it with you [when] you work.',
          'The card is good for {count} years, and a short course makes it new.',
          '[If] you miss half of the course, you [must~plural] do all of it again on {date}.',
          'The {role} [can] set you free from the course [if] you have [proof] of one like it.',
          'A group has {count} people at most, [so that] each of them can try the {thing}.',
        ],
      },
    ],
  },
];

/** Statements that fit any aspect. */
export const commonStatements: readonly string[] = [
  '[If] you are not sure, you [can~plural] ask {person} on extension {extension}.',
  'The [rules] in this part hold from {date} on.',
  'The {role} [may] make an exception, but [must] [write down] why.',
  'We [change] this part [only] once a year, [after] a talk with all teams.',
  'Teams that share a {thing} [must~plural] [name] one person who looks to it.',
  'You [can~plural] read the long form of this part in room {room}.',
  'Form {code} is on the shelf by the front door and on our net.',
  'A copy of your form stays with the {role} for {days} days.',
  'We ask you to [give] at least two dates [so that] we [can~plural] plan.',
  'You [must~plural] [send] any [answer] to {person}, not to the front desk.',
  'The {role} [must] [share] news [about] {things} among all teams [at once].',
  'In a rush you [may~plural] call {extension} in place of the form.',
  'What is said here holds for part-time [staff] as well.',
  'A team of [more than] {count} people [must] [choose] a deputy, too.',
  'The board talks [about] our {things} once, on {date}.',
  'You [must~plural] [look after] the {thing} as if it were your own.',
  '[When] two teams want the same {thing}, the one that asked first gets it.',
  'The {role} is in the house from {time} on, but not on {date}.',
  'We have had {count} {things} since the move, and we have [enough] room for them.',
  '[If] the {role} is ill, {person} does this work.',
  'You [may~plural] [move] a {thing} to a new desk [if] you note it on sheet {code}.',
  'A {thing} stays [safe] [only] [while] people treat it with care.',
  'The old [rules] end on {date}, and slips from that time are void.',
  'Complaints go to {person} and get a reply [within] {days} days.',
];
