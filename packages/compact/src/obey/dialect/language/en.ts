import type { Language } from './language.js';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** English. Matters are noun phrases with an article, practices bare infinitives, options noun phrases. */
export const english: Language = {
  code: 'en',
  acts: {
    rule: {
      plain: [
        'On the {p}, when it comes to {m}, never {v}; {a} instead.',
        'For {m} on the {p}: do not {v}; {a} instead.',
        'On the {p}, with {m}, nobody may {v}; people should {a} instead.',
        'Rule about {m} on the {p}: never {v}, always {a}.',
      ],
      reworded: [
        'With {m} on the {p}, I will not have anyone {v}; the way to go is to {a}.',
        'Over {m} on the {p} it is off the table to {v}, so please {a}.',
        'As regards {m} on the {p}, to anyone who feels like it: you do not {v}; you {a} and leave it there.',
        'On the {p} it would end badly for {m} if people were to {v}, which is why we {a}.',
        'With {m} on the {p}, the day we {v}, I walk out; what I expect is that we {a}.',
      ],
    },
    decision: {
      plain: [
        'On the {p}, for {m}, we go with {v}.',
        'For {m} on the {p} the choice is {v}.',
        'Decision on the {p}: {v} for {m}.',
        'We settled on {v} for {m} on the {p}.',
      ],
      reworded: [
        'As regards {m} on the {p}, the search is over and {v} it is.',
        'My pick for {m} on the {p} ended up being {v}.',
        'After going round in circles over {m}, we will have {v} on the {p}.',
        'Put {v} down for {m} on the {p} and stop looking.',
        'When people ask about {m} on the {p}, tell them {v}.',
      ],
    },
    amount: {
      plain: [
        'Figure for {m} on the {p}: {v}.',
        'For {m} on the {p} we count on {v}.',
        'We set {m} on the {p} at {v}.',
        'On the {p}, the figure for {m} is {v}.',
      ],
      reworded: [
        'Pencil in {v} under {m} for the {p}.',
        'Under {m} the books of the {p} ought to say {v}.',
        'Nobody should expect anything but {v} for {m} on the {p}.',
        'When I add up {m} on the {p} I arrive at {v}.',
      ],
    },
    raise: {
      plain: ['On the {p}, add {v} to {m}.', 'On the {p}, {v} come on top of {m}.', 'Raise {m} on the {p} by {v}.'],
      reworded: [
        'There are another {v} to book under {m} on the {p}.',
        'We were short with {m} on the {p}, so {v} go on top.',
        'Make room for {v} more under {m} on the {p}.',
      ],
    },
    lower: {
      plain: ['On the {p}, take {v} off {m}.', 'On the {p}, {v} come out of {m}.', 'Cut {m} on the {p} by {v}.'],
      reworded: [
        'The {p} can do with less under {m}, namely {v} fewer.',
        'We were generous with {m} on the {p}, so {v} go away again.',
        'Cross out {v} under {m} on the {p}.',
      ],
    },
    date: {
      plain: [
        'The date for {m} on the {p} is {v}.',
        'On the {p}, we hold {m} on {v}.',
        'Calendar of the {p}: {m} on {v}.',
        'On the {p}, {m} takes place on {v}.',
      ],
      reworded: [
        'Keep {v} free, since that is the day of {m} on the {p}.',
        'Come {v}, we will be busy with {m} on the {p}.',
        'Everybody on the {p} should circle {v} for {m}.',
        'As for {m} on the {p}, be there on {v}.',
      ],
    },
    later: {
      plain: ['On the {p}, move {m} back by {v} days.', 'On the {p}, {m} comes {v} days later.'],
      reworded: ['We get {v} more days before {m} on the {p}.', 'Allow {v} extra days until {m} on the {p}.'],
    },
    earlier: {
      plain: ['On the {p}, bring {m} forward by {v} days.', 'On the {p}, {m} comes {v} days sooner.'],
      reworded: ['We lose {v} days before {m} on the {p}.', 'With {v} days fewer until {m} on the {p}, hurry up.'],
    },
    role: {
      plain: [
        'On the {p}, {v} takes {m}.',
        'For {m} on the {p} we have {v}.',
        'We gave {m} on the {p} to {v}.',
        'On the {p}, {v} is in charge of {m}.',
      ],
      reworded: [
        'If anything comes up with {m} on the {p}, the one to call is {v}.',
        'It is {v} who loses sleep over {m} on the {p}.',
        'Ask nobody but {v} about {m} on the {p}.',
        'On the {p} the keys to {m} are with {v}.',
      ],
    },
    setting: {
      plain: [
        'On the {p}, `{m}` is set to `{v}`.',
        'The {p} runs with `{m}` at `{v}`.',
        'In the {p}, `{m}` now reads `{v}`.',
        'For the {p}: `{m}` = `{v}`.',
      ],
      reworded: [
        'I left `{m}` at `{v}` in the {p} and it works.',
        'Whoever opens `{m}` in the {p} should find `{v}` there.',
        'After the last push, the {p} wants `{v}` under `{m}`.',
        'Anything but `{v}` for `{m}` breaks the {p}.',
      ],
    },
    run: {
      plain: [
        'On the {p}, `{m}` ended with `{v}`.',
        'Ran `{m}` on the {p}: `{v}`.',
        'The {p} gave `{v}` for `{m}`.',
        'Output of `{m}` on the {p}: `{v}`.',
      ],
      reworded: [
        'I tried `{m}` on the {p} and it came back with `{v}`.',
        'What I see on the {p} after `{m}` is `{v}`.',
        'The last line that `{m}` printed on the {p} was `{v}`.',
        'We are left with `{v}` on the {p} once `{m}` is through.',
      ],
    },
    open: {
      plain: [
        'Still open on the {p}: {v}.',
        'On the {p}, we have not settled {v} yet.',
        'Open point on the {p}: {v}.',
        'To be settled on the {p}: {v}.',
      ],
      reworded: [
        'Somebody has to come back to {v} on the {p}.',
        'I cannot tell you anything firm about {v} on the {p}.',
        'We owe the {p} an answer about {v}.',
        'On the {p} people keep asking about {v} and I keep shrugging.',
      ],
    },
    close: {
      plain: ['Settled on the {p}: {v}.', 'On the {p}, strike {v} from the list.', 'No longer open on the {p}: {v}.'],
      reworded: [
        'We can stop worrying about {v} on the {p}.',
        'Nobody needs to ask about {v} on the {p} any more.',
        'As to {v} on the {p}, that is dealt with.',
      ],
    },
    defer: {
      plain: ['Put off on the {p}: {v}.', 'On the {p}, {v} can wait until next year.', 'Postponed on the {p}: {v}.'],
      reworded: [
        'Let us not touch {v} on the {p} before next year.',
        'There is no hurry with {v} on the {p}, so next year it is.',
        'I pushed {v} on the {p} into next year.',
      ],
    },
    back: {
      plain: ['On the {p}, for {m}, we go back to what held before.', 'On the {p}, undo the last change to {m}.'],
      reworded: [
        'We should never have touched {m} on the {p}, so the previous word on it stands again.',
        'My last word about {m} on the {p} was a mistake and the one before it is in force.',
      ],
    },
    pair: {
      plain: [
        'Two candidates for {m} on the {p}: first {v}, second {a}.',
        'For {m} on the {p} we look at two: first {v}, second {a}.',
      ],
      reworded: [
        'It comes down to two for {m} on the {p}, the first being {v}, the second being {a}.',
        'I see two ways with {m} on the {p}, to begin with {v}, and next {a}.',
      ],
    },
    pick_first: {
      plain: ['For {m} on the {p} it is the first one.', 'On the {p}, take the first of the two for {m}.'],
      reworded: [
        'Of the pair for {m} on the {p} I prefer the former.',
        'Scratch the latter of the pair for {m} on the {p}.',
      ],
    },
    pick_second: {
      plain: ['For {m} on the {p} it is the second one.', 'On the {p}, take the second of the two for {m}.'],
      reworded: [
        'Of the pair for {m} on the {p} I prefer the latter.',
        'Scratch the former of the pair for {m} on the {p}.',
      ],
    },
  },
  parts: {
    rule: ['never {v}; {a} instead', 'do not {v}; {a} instead', 'it is off the table to {v}, so {a}'],
    decision: ['we go with {v}', 'the choice is {v}', 'it will be {v}'],
    amount: ['the figure is {v}', 'we count on {v}', 'the sum comes to {v}'],
    date: ['the day is {v}', 'it takes place on {v}', 'be there on {v}'],
    role: ['{v} takes it', '{v} is in charge', 'the one to call is {v}'],
    setting: ['it is set to `{v}`', 'it has to read `{v}`', 'the value is `{v}`'],
    run: ['it ended with `{v}`', 'it came back with `{v}`', 'the last line was `{v}`'],
  },
  links: {
    announce: [
      'On the {p}, my word on {m} follows under the mark {k}.',
      'For {m} on the {p}, wait for the note marked {k}.',
      'What goes for {m} on the {p} is in the note {k}, which I am still writing.',
    ],
    complete: ['Note {k}: {s}.', 'Here is the note {k}: {s}.', 'Under the mark {k}: {s}.'],
    term: [
      'When I speak of the {t} I mean this: {s}.',
      'By the {t} we all understand: {s}.',
      'The {t}, as a reminder: {s}.',
    ],
    apply: [
      'On the {p}, the {t} goes for {m}.',
      'For {m} on the {p}, keep to the {t}.',
      'With {m} on the {p} it is the {t} all over.',
    ],
    idea: [
      'Thinking aloud, under the name {k}: "{s}"',
      'Suppose we said, and let me call it {k}: "{s}"',
      'What if this were so, as {k}: "{s}"',
    ],
    quote: [
      'From {who} I have this, filed as {k}: "{s}"',
      'Let me quote {who}, filed as {k}: "{s}"',
      '{who} once put it like this, filed as {k}: "{s}"',
    ],
    adopt: [
      'About {k}: that is how we do it from now on.',
      'I stand behind {k}, so treat it as binding.',
      'Take {k} as my word.',
    ],
    decline: [
      'About {k}: that is not how we do it.',
      'I do not stand behind {k}, so forget it.',
      'Do not take {k} as my word.',
    ],
    alias: [
      'To save breath, the {t} is what I call the {p}.',
      'Whenever I say the {t}, I am talking about the {p}.',
      'Short name for the {p}: the {t}.',
    ],
  },
  charge: [
    'From now on you keep the record of the {p}, and of nothing else. What {who} lays down counts there; many others write here too.',
    'From now on keep the record of the {p} alone, where the word of {who} decides. Other projects share this channel.',
    'This channel carries several projects; from now on you answer for the {p} alone. On it, only the word of {who} is binding.',
  ],
  speaker: {
    user: ['{who}: {s}'],
    assistant: ['Message from {who}: {s}'],
  },
  corrections: ['Correction. ', 'I take back what I said. ', 'Forget my earlier word. ', 'Things have changed. '],
  asides: ['{x} {h} {w}.', '{w}, {x} {h}.', '{who} tells me that {x} {h} {w}.', 'Just so you know, {x} {h} {w}.'],
  thousands: ',',
  longDate: (day, month, year) => `${day} ${months[month - 1]} ${year}`,
};
