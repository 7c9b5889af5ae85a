import type { Format } from '../../partnership/spreadsheets/format.ts';

/** What a column of an action tracker can say. */
export type TrackerField =
  | 'number'
  | 'old-reference'
  | 'title'
  | 'recommendation'
  | 'difference'
  | 'success-measure'
  | 'lead-agency'
  | 'owner'
  | 'contributors'
  | 'group'
  | 'source-kind'
  | 'source'
  | 'priority'
  | 'raised'
  | 'first-due'
  | 'due'
  | 'state'
  | 'rag'
  | 'done'
  | 'update';

/**
 * An action tracker, as partnerships keep them. A tracker’s own numbers are its old references: only a column that says that it
 * holds ours is read as the number of an action that is here.
 */
export const trackerFormat: Format<TrackerField> = {
  code: 'tracker',
  title: 'Actions',
  needed: [['title', 'recommendation', 'number']],
  columns: {
    number: { title: 'Concordat number', spellings: 'number in concordat|concordat action|concordat reference' },
    'old-reference': {
      title: 'Old reference',
      spellings:
        'ref|reference|no|number|id|action no|action number|action id|action ref|action reference|ref no|ref number|reference number|item|item no|rec no|recommendation no|recommendation number|unique reference|tracker reference|old ref|old number',
    },
    title: {
      title: 'Action',
      spellings:
        'actions|action required|actions required|action agreed|agreed action|action to be taken|action needed|what will be done|what|task|action point|description|action description|description of action|smart action|details of action',
    },
    recommendation: {
      title: 'Recommendation',
      spellings: 'recommendations|finding|findings|learning point|recommendation text|objective|what we will do',
    },
    difference: {
      title: 'What is to be different',
      spellings:
        'outcome|intended outcome|desired outcome|expected outcome|outcome for children|impact|intended impact|desired impact|what difference will it make|difference|expected impact',
    },
    'success-measure': {
      title: 'Success measure',
      spellings:
        'measure|measures|success criteria|measure of success|success measures|how will we know|how will we measure success|evidence required|evidence of success|kpi|performance measure|evidence needed',
    },
    'lead-agency': {
      title: 'Lead agency',
      spellings:
        'lead|agency|lead organisation|lead partner|organisation|responsible agency|agency responsible|agency lead|lead body|partner|partner agency|responsible organisation',
    },
    owner: {
      title: 'Owner',
      spellings:
        'action owner|responsible officer|lead officer|responsible|responsible person|person responsible|lead person|who|by whom|named lead|lead name|lead professional|owned by|owner name|owner e mail|owner email|accountable person|assigned to|responsibility',
    },
    contributors: {
      title: 'Contributors',
      spellings:
        'contributing agencies|contributing|supporting agencies|other agencies|partners|partners involved|agencies involved|support|contributing partners|with',
    },
    group: {
      title: 'Group',
      spellings:
        'sub group|subgroup|board|committee|meeting|monitoring group|monitored by|overseeing group|governance|governance group|forum|board sub group|reporting to|watched over by',
    },
    'source-kind': { title: 'Kind of source', spellings: 'source type|type of source|type|category|comes from' },
    source: {
      title: 'Source',
      spellings:
        'source of action|origin|review|review name|case|scr|lcspr|cspr|audit|raised by|raised at|arising from|from|plan|theme|source document|workstream|action plan|meeting raised at',
    },
    priority: { title: 'Priority', spellings: 'priority level|importance|urgency|high medium low|h m l' },
    raised: {
      title: 'Raised',
      spellings:
        'date raised|raised on|date added|date opened|date set|start date|start|date|date agreed|date of meeting|meeting date|created|date created|opened',
    },
    'first-due': {
      title: 'First due',
      spellings:
        'original due date|original deadline|original date|original target date|initial due date|first due date|original timescale',
    },
    due: {
      title: 'Due',
      spellings:
        'by when|due date|due by|deadline|target date|target|timescale|timescales|when|completion due|date due|target completion date|revised due date|revised deadline|current due date|revised date|complete by|to be completed by|timeframe|end date|expected completion|expected completion date',
    },
    state: {
      title: 'State',
      spellings:
        'status|action status|current status|progress status|stage|open closed|complete|completed|open or closed',
    },
    rag: {
      title: 'RAG',
      spellings:
        'brag|rag rating|brag rating|rag status|brag status|colour|rating|rag rated|bragg|rag brag|current rag|latest rag|bragr',
    },
    done: {
      title: 'Finished on',
      spellings:
        'date completed|completed on|completion date|date closed|closed on|date complete|actual completion date|date of completion|completed date|closed date|finished|date finished|signed off on|date signed off|closure date',
    },
    update: {
      title: 'Last update',
      spellings:
        'update|updates|progress|progress update|latest update|progress to date|comments|comment|notes|note|commentary|narrative|progress notes|current position|latest progress|progress made|update on progress|update comments|comments update',
    },
  },
};

/** The columns that are only read: what we write says it in another. */
const onlyRead: readonly TrackerField[] = ['recommendation', 'rag'];

/** The columns of what is taken out, in their order. */
export const writtenTrackerFields: readonly TrackerField[] = (
  Object.keys(trackerFormat.columns) as TrackerField[]
).filter((field) => !onlyRead.includes(field));
