// What a task's prepare.ts is written against

export type { Prepare, PrepareContext } from './prepare-context.js';
export { createRandom, type Random } from './random.js';

// One instance of a task

export { isOfType, parameterValues } from './parameter-values.js';
export { type PreparableTask, type PrepareOptions, prepareTask } from './prepare-task.js';
export { type PromptValues, renderPrompt } from './prompt.js';
export { newSecret, proofToken } from './proof-token.js';
export { writeInputs } from './write-inputs.js';

// The simulated world

export { latencyFloors } from './world/latency-floors.js';
export { startWorld } from './world/start-world.js';
export type {
  ServiceRequest,
  StatefulContext,
  StatefulReply,
  StatefulService,
  StatefulServices,
} from './world/stateful-service.js';
export type { BodyStore, World, WorldOptions } from './world/world.js';

// What an instance holds, before anybody runs it: its items, what it serves them, the faults that it can fire

export { type NodeInstance, walkItems } from './faults/item-walk.js';
export { type PlannedFault, plannedFaults } from './faults/planned-faults.js';
export { type MatchedRoute, parsedBody, requestRoutes } from './faults/request-routes.js';
export { type TryCase, type TryOutcome, tryOutcomes } from './faults/try-outcomes.js';
export { selectAnswer } from './world/select-answer.js';

// Real data: captures of the web, and pinned downloads

export type { CaptureOptions } from './capture/capture-options.js';
export { capturePages } from './capture/capture-pages.js';
export { captureRoutes } from './capture/capture-routes.js';
export { type CapturedText, readCapture } from './capture/snapshot-folder.js';
export { downloadCache } from './download/download-cache.js';
export { type DownloadOptions, fetchPinned, type PinnedFile } from './download/fetch-pinned.js';
export { type FetchedData, type FetchOptions, fetchTaskData } from './real-data/fetch-task-data.js';
export { captureFolder, loadTaskData, type TaskData } from './real-data/task-data.js';

// Generators

export { consecutiveDays, type Day, daysIn } from './generate/calendar/days.js';
export {
  type Codebase,
  type CodebaseCycle,
  type CodebaseOptions,
  type CycleCounts,
  generateCodebase,
} from './generate/codebase/codebase.js';
export { drawWord, type WordShape } from './generate/dictionary/draw-word.js';
export {
  type DictionaryEntry,
  type DictionaryOptions,
  generateDictionary,
} from './generate/dictionary/generate-dictionary.js';
export { solveGrid } from './generate/dictionary/solve-grid.js';
export type { LeafBody, LeafPlan } from './generate/document/draw-leaf.js';
export {
  type DocumentOptions,
  type DocumentSection,
  documentText,
  generateDocument,
  leavesOf,
} from './generate/document/generate-document.js';
export { paddings, plainOf, plainWords, ties } from './generate/document/plain-words.js';
export { drawConnectedGraph, drawDag, drawTree, type Graph } from './generate/graph/draw-graph.js';
export { drawPoints, type PointsOptions } from './generate/graph/draw-points.js';
export { goodTour } from './generate/graph/good-tour.js';
export { drawIdentifiers } from './generate/identifiers/identifiers.js';
export { generateNovel } from './generate/novel/generate-novel.js';
export type {
  Novel,
  NovelChapter,
  NovelCharacter,
  NovelEvent,
  NovelName,
  NovelOptions,
  NovelRole,
  NovelThing,
} from './generate/novel/novel.js';
export { drawPeople, mostPeople, type Person } from './generate/people/people.js';
export { drawPlaceNames, mostPlaceNames } from './generate/places/place-names.js';
export { drawSights, mostSights } from './generate/places/sights.js';
export { type ReviewTheme, reviewThemes, type Sentiment, sentiments } from './generate/reviews/review-themes.js';
export { drawReviews, type Review, type ReviewOptions, sentimentOf, themesIn } from './generate/reviews/reviews.js';
export type { Cell, Column, Row } from './generate/table/column.js';
export { readCsv, toCsv } from './generate/table/csv.js';
export {
  drawTable,
  type Flaw,
  type FlawKind,
  flawKinds,
  type Table,
  type TableOptions,
} from './generate/table/draw-table.js';
export { chooseLayouts } from './generate/web-site/choose-layouts.js';
export type { Layout } from './generate/web-site/layout.js';
export { type LayoutName, layouts } from './generate/web-site/layouts.js';
export { drawProfile, drawShares, largestShares, type ProfilePage } from './generate/web-site/profile-page.js';
export { companyWords, type ProfileWords, stateWords } from './generate/web-site/profile-words.js';

// Metrics

export { chunkText, type TextChunk } from './measure/chunk-text.js';
export {
  badWords,
  crossingConflicts,
  crosswordWords,
  isSquareGrid,
  openAreas,
  pairsIn,
  shortSlots,
  unsymmetricSquares,
} from './measure/crossword/crossword-constraints.js';
export { type CrosswordSlot, closedSquare, crosswordSlots, isOpen } from './measure/crossword/crossword-slots.js';
export {
  addHistograms,
  commonest,
  differingBins,
  type Histogram,
  histogramDistance,
  histogramOf,
  histogramOverlap,
  readHistogram,
  sameHistogram,
} from './measure/histogram.js';
export { importCount } from './measure/import-count.js';
export { type ModuleFacts, moduleFacts, rememberFacts } from './measure/module-facts.js';
export { type ModuleGraph, type ModuleImport, moduleGraph, resolveModule } from './measure/module-graph.js';
export { elementaryCycles, stronglyConnected } from './measure/module-graph-cycles.js';
export { parserText, type SourceNode, statementsOf } from './measure/module-graph-source.js';
export { paragraphsOf, sentencesOf, wordsOf } from './measure/prose.js';
export { publicApi } from './measure/public-api.js';
export { topBySize } from './measure/ranking.js';
export { fleschScore, type ProseCounts, type ReadingEase, readingEase } from './measure/reading-ease.js';
export { readingEaseTool } from './measure/reading-ease-tool.js';
export { type RepeatedSequence, repeatedSequences } from './measure/repeated-sequences.js';
export { syllables } from './measure/syllables.js';
export { applyDiff, unifiedDiff } from './measure/text-diff.js';
export { isTour, type Point, roundedDistance, tourLength } from './measure/tour-length.js';
export { countWords, wordList } from './measure/word-count.js';

// What a task's solve.ts reads and writes

export { jsonText, readJson } from './solution/json-files.js';
