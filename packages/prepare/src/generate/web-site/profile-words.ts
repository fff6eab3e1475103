/** The words of a site; `#` stands for the name that the page is about. Each layout uses its own. */
export interface ProfileWords {
  readonly heading: string;
  readonly portal: string;
  readonly domain: string;
  readonly holder: string;
  readonly holderWide: string;
  readonly holderTitle: string;
  readonly since: string;
  /** What a holder becomes at the start of a term, as in `was sworn in as governor`. */
  readonly installed: string;
  readonly figure: string;
  readonly figureThen: string;
  /** Marks the former figure where the two stand side by side. */
  readonly thenMark: string;
  readonly figureWide: string;
  readonly figureShort: string;
  readonly note: string;
  /** What is counted, as in `8,000 people live here`. */
  readonly counted: string;
  readonly happen: string;
  readonly counting: string;
  readonly shares: string;
  readonly shareLabel: string;
  readonly shareFigure: string;
  readonly sharesShort: string;
  readonly sharesQuestion: string;
  readonly sharesWhere: string;
  readonly sharesOld: string;
  readonly gives: string;
  /** Keys of the data that a scripted page carries. */
  readonly keys: {
    readonly name: string;
    readonly office: string;
    readonly holder: string;
    readonly figure: string;
    readonly shares: string;
    readonly share: string;
  };
}

/** The words of the official site of a state. */
export const stateWords: ProfileWords = {
  heading: 'The State of #',
  portal: 'Official portal',
  domain: 'gov',
  holder: 'Governor',
  holderWide: 'Head of government',
  holderTitle: 'Gov.',
  since: 'since last year, succeeding',
  installed: 'sworn in as governor',
  figure: 'Population',
  figureThen: 'Population at the last census',
  thenMark: 'CENSUS',
  figureWide: 'Residents',
  figureShort: 'People',
  note: 'Residents at the end of last month. The census ten years ago counted',
  counted: 'people',
  happen: 'live here',
  counting: 'the census counted',
  shares: 'Employment by industry',
  shareLabel: 'Industry',
  shareFigure: 'Share of jobs',
  sharesShort: 'Jobs',
  sharesQuestion: 'What do they live from?',
  sharesWhere: 'Where people work',
  sharesOld: 'Jobs by industry',
  gives: 'gives work to',
  keys: {
    name: 'state',
    office: 'executive',
    holder: 'governor',
    figure: 'residents',
    shares: 'employment',
    share: 'sector',
  },
};

/** The words of the site of a company. */
export const companyWords: ProfileWords = {
  heading: '# Group',
  portal: 'Investor relations',
  domain: 'com',
  holder: 'Chief executive',
  holderWide: 'Chief executive officer',
  holderTitle: 'Dr',
  since: 'since last year, succeeding',
  installed: 'appointed as chief executive',
  figure: 'Employees',
  figureThen: 'Employees ten years ago',
  thenMark: 'THEN',
  figureWide: 'Headcount',
  figureShort: 'Staff',
  note: 'Headcount at the end of last month. Ten years ago the annual report gave',
  counted: 'employees',
  happen: 'work here',
  counting: 'the annual report counted',
  shares: 'Revenue by segment',
  shareLabel: 'Segment',
  shareFigure: 'Share of revenue',
  sharesShort: 'Revenue',
  sharesQuestion: 'Where does the revenue come from?',
  sharesWhere: 'Where revenue comes from',
  sharesOld: 'Revenue by segment',
  gives: 'brings in',
  keys: {
    name: 'company',
    office: 'management',
    holder: 'chiefExecutive',
    figure: 'headcount',
    shares: 'revenue',
    share: 'segment',
  },
};
