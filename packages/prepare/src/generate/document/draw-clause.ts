import type { Random } from '../../random.js';
import type { Subject } from './subjects.js';

const openings = [
  'Notwithstanding any provision to the contrary contained in the aforementioned agreement or in any supplementary documentation',
  'Without prejudice to the remaining obligations established by this agreement or by any subsequent amendment of it',
  'Subject to the limitations enumerated hereinafter and to any mandatory statutory requirement applicable at the material time',
  'Irrespective of any previously communicated representation, negotiation or understanding between the contracting parties',
];
const duties = [
  'the contracting authority shall indemnify the participating organisation against all liabilities, expenditures and obligations arising out of the administration of the {things}',
  'the participating organisation shall assume unlimited responsibility for the preservation, administration and operational availability of the {things}',
  'the insurance undertaking shall compensate the participating organisation for any deterioration, misappropriation or accidental destruction of the {things}',
  'the custodial institution shall maintain comprehensive documentation concerning the utilisation, distribution and geographical location of the {things}',
];
const provisos = [
  'provided that satisfactory documentary evidence is communicated in accordance with the procedures established in article {article}',
  'provided that the aggregate compensation attributable to any individual occurrence does not exceed {amount}',
  'insofar as the responsible representative has undertaken an independent verification within {days} calendar days',
  'to the extent that no contributory negligence is attributable to the aforementioned organisation or its authorised representatives',
];
const closings = [
  'Any disagreement concerning the interpretation, applicability or enforceability of the preceding obligations shall be submitted exclusively to independent arbitration, whose determination the contracting parties irrevocably acknowledge as definitive.',
  'The unenforceability of any individual provision shall leave the validity of the remaining provisions unaffected, whereupon the contracting parties shall substitute an economically equivalent arrangement without unnecessary delay.',
  'Alterations, supplementary arrangements and any renunciation of the present requirement necessitate written authorisation by the representatives of every contracting party, electronic communication being expressly insufficient.',
  'Termination for extraordinary reasons remains permissible in particular where performance has become impracticable in consequence of governmental intervention, insolvency proceedings or comparable circumstances beyond reasonable anticipation.',
];

/** A clause of a contract as lawyers write it, about a hundred words in two sentences, and no simpler one means the same. */
export function drawClause(random: Random, { things }: Subject): string {
  const [first = '', second = ''] = random.sample(provisos, 2);
  const duty = random.sample(duties, 2).join(', whereas ');
  const clause = `${random.pick(openings)}, ${duty}, ${first} and ${second}. ${random.pick(closings)}`;
  return clause
    .replaceAll('{things}', things)
    .replaceAll('{article}', String(random.integer(13, 60)))
    .replaceAll('{amount}', `EUR ${random.integer(13, 90)},000`)
    .replaceAll('{days}', String(random.integer(13, 90)));
}

/** Settings of a machine that has to do with a thing, as a file of them. */
export function drawSettings(random: Random, { thing }: Subject): string {
  const section = thing.replaceAll(' ', '_');
  const keys = random.sample(
    ['loan_days', 'grace_hours', 'retry_ms', 'page_size', 'max_loans', 'port', 'log_level'],
    5,
  );
  const lines = keys.map((key) => `${key} = ${random.integer(2, 9_000)}`);
  const flags = random.sample(['notify_desk', 'print_slip', 'lock_shelf', 'night_mode'], 3);
  return [
    `[${section}]`,
    ...lines,
    `id_prefix = "${section.slice(0, 3).toUpperCase()}${random.integer(10, 99)}"`,
    '',
    `[${section}.flags]`,
    ...flags.map((flag) => `${flag} = ${random.chance(0.5)}`),
  ].join('\n');
}
