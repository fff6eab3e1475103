import type { Random } from '../../random.js';
import { article } from './french/finish-french.js';
import type { Novel, NovelChapter, NovelEvent, NovelName, NovelOptions, NovelRole } from './novel.js';
import { planStory } from './plot/plan-story.js';
import type { ScenePlan } from './plot/units.js';
import { drawPeople } from './world/people.js';
import { drawPlaces } from './world/places.js';
import { secrets } from './world/secrets.js';
import { drawThings } from './world/things.js';
import type { NovelWorld } from './writing/cast.js';
import { ChapterWriter } from './writing/write-chapter.js';

/**
 * A novel in French: people who know, want and hide things, and what becomes of it over the chapters. What happens is
 * remembered later as it happened. No sentence stands twice in it, and no sequence of eight words more than three times.
 * @throws RangeError when `chapters` is not a whole number from 3 to 11
 */
export function generateNovel(random: Random, { chapters, words = [600, 1700] }: NovelOptions): Novel {
  const plans = planStory(chapters);
  const world = drawWorld(random.fork('world'));
  const writer = new ChapterWriter(world, random.fork('text'));
  const drawMemory = random.fork('memories');
  const sizes = random.fork('sizes');
  const events: NovelEvent[] = [];
  let facts = 0;
  const written = plans.map(({ titles, scenes }, index): NovelChapter => {
    const number = index + 1;
    const remembered: number[] = [];
    const size = sizes.integer(...words);
    writer.chapter();
    const paragraphs = scenes.flatMap((plan) => {
      const earlier = events.filter(({ id, chapter }) => chapter < number && !remembered.includes(id));
      const past = earlier.length === 0 ? undefined : drawMemory.pick(earlier);
      if (past !== undefined) remembered.push(past.id);
      const turn = turnOf(plan, number, events.length, facts);
      if (turn?.fact !== undefined) facts += 1;
      const told = writer.scene(plan, Math.round(size / scenes.length), turn, past);
      if (turn !== undefined) events.push(turn);
      return told;
    });
    return {
      number,
      title: random.fork('title', number).pick(titles),
      cast: [
        ...new Set<NovelRole>(['hero', ...scenes.flatMap(({ other, third }) => [other, ...(third ? [third] : [])])]),
      ],
      places: [...new Set(scenes.map(({ place }) => place))],
      paragraphs,
      remembered,
    };
  });
  return { ...described(world), title: titleOf(random, world), author: authorOf(random), events, chapters: written };
}

function drawWorld(random: Random): NovelWorld {
  return {
    people: drawPeople(random.fork('people')),
    ...drawPlaces(random.fork('places')),
    things: drawThings(random.fork('things')),
    secret: random.fork('secret').pick(secrets),
    season: random.fork('season').pick(['automne', 'hiver', 'printemps', 'été']),
  };
}

function turnOf({ turn, other, place }: ScenePlan, chapter: number, id: number, fact: number): NovelEvent | undefined {
  if (turn === undefined) return undefined;
  const { kind, object } = turn;
  return { id, kind, chapter, who: 'hero', other, place, ...(object && { object }), ...(turn.fact && { fact }) };
}

function described({
  people,
  village,
  places,
  things,
}: NovelWorld): Pick<Novel, 'village' | 'characters' | 'places' | 'objects' | 'names'> {
  const plain = (text: string) => text.replaceAll(article, '');
  const elder = people.elder.name.replace(/^l[ae] /, '');
  const [, family = ''] = elder.split(' ');
  const names: NovelName[] = [
    ...Object.values(places).flatMap(({ name }) => (name === undefined ? [] : [name])),
    { french: elder, renderings: [`Old ${family}`, `${people.elder.gender === 'F' ? 'Mother' : 'Father'} ${family}`] },
  ];
  return {
    village,
    characters: Object.values(people).map(({ mentions: _, ...character }) => character),
    places: Object.values(places).map(({ id, long, gender, english }) => ({ id, name: plain(long), gender, english })),
    objects: Object.values(things).map(({ id, full, gender, english }) => ({
      id,
      name: `${gender === 'F' ? 'la' : 'le'} ${full}`,
      gender,
      english,
    })),
    names,
  };
}

function titleOf(random: Random, { places }: NovelWorld): string {
  const house = places.house.long.replaceAll(article, '');
  const patterns = [
    `Les Silences ${places.house.name?.french.replace(/^\S+ /, '') ?? ''}`,
    `${house.charAt(0).toUpperCase()}${house.slice(1)}`,
  ];
  return random.fork('book title').pick(patterns);
}

function authorOf(random: Random): string {
  const draw = random.fork('author');
  return `${draw.pick(['A.', 'C.', 'E.', 'H.', 'L.', 'P.'])} ${draw.pick(['Darnaud', 'Esquirol', 'Hautecœur', 'Lavergne', 'Ponthieu'])}`;
}
