import { countWords } from '../../../measure/word-count.js';
import type { Random } from '../../../random.js';
import { finishFrench } from '../french/finish-french.js';
import type { NovelEvent } from '../novel.js';
import { common } from '../phrases/common.js';
import { sceneBanks } from '../phrases/scene-banks.js';
import { memories, turns } from '../phrases/turns.js';
import type { ScenePlan } from '../plot/units.js';
import type { NovelWorld } from './cast.js';
import { type Frame, incises, SlotFiller } from './fill-slots.js';
import { SequenceGuard } from './sequence-guard.js';

/** Attempts at one sentence before it is left out. */
const attempts = 12;
/** Rounds of a scene before it ends short of its words. */
const most = 40;
const sequenceLength = 8;
const mostSequences = 2;

/** Writes a book chapter by chapter, each sentence once and no phrase more often than its neighbours. */
export class ChapterWriter {
  private readonly filler: SlotFiller;
  private readonly guard = new SequenceGuard(sequenceLength, mostSequences);
  private readonly uses = new Map<unknown, number>();
  private readonly spent = new Set<unknown>();
  private readonly ordered = new Set(
    Object.values(sceneBanks).flatMap(({ act, inOrder }) => (inOrder === true ? [act] : [])),
  );

  constructor(
    private readonly world: NovelWorld,
    private readonly random: Random,
  ) {
    this.filler = new SlotFiller(world, random);
  }

  /** Begins a chapter, in which no phrase stands twice. */
  chapter(): void {
    this.filler.chapter();
    this.spent.clear();
  }

  /** The paragraphs of one scene, of about so many words; `turn` happens in it, `past` is remembered. */
  scene(plan: ScenePlan, words: number, turn: NovelEvent | undefined, past: NovelEvent | undefined): string[] {
    const bank = sceneBanks[plan.kind];
    const place = this.world.places[plan.place];
    const frame: Frame = {
      people: { A: 'hero', B: plan.other, ...(plan.third && { C: plan.third }) },
      place,
      hour: plan.hour,
    };
    // On the road neither a room nor the village is around.
    const around = plan.kind === 'journey' ? common.thoughts : place.indoors ? common.indoors : common.outdoors;
    const told: string[] = [];
    let size = 0;
    const add = (paragraphs: readonly string[]) => {
      told.push(...paragraphs);
      for (const one of paragraphs) size += countWords(one);
    };
    const paragraph = (...banks: readonly (readonly string[])[]) => {
      this.filler.paragraph();
      const sentences = banks.flatMap((phrases) => this.sentence(phrases, frame) ?? []);
      if (sentences.length > 0) add([sentences.join(' ')]);
    };
    paragraph(bank.open, bank.act, around);
    // What it is all about is never out of sight for long.
    paragraph(common.gestures, common.house);
    if (past !== undefined) add(this.tell(memories[past.kind], this.recalling(frame, past)));
    let turned = turn === undefined;
    for (let round = 0; size < words && round < most; round += 1) {
      if (!turned && size > words * 0.6 && turn !== undefined) {
        add(this.tell(turns[turn.kind], this.turning(frame, turn)));
        turned = true;
      }
      const kind = this.random.integer(0, 4);
      if (kind <= 1) add(this.exchange(this.fresh(bank.talk) ?? this.fresh(common.talk) ?? [], frame));
      else if (kind === 2) paragraph(bank.act, common.gestures, bank.act);
      else if (kind === 3) paragraph(common.gestures, common.thoughts, around);
      else paragraph(bank.act, common.thoughts);
    }
    if (!turned && turn !== undefined) add(this.tell(turns[turn.kind], this.turning(frame, turn)));
    paragraph(bank.close);
    return told;
  }

  private tell(phrases: readonly string[], frame: Frame): string[] {
    this.filler.paragraph();
    const sentences = [this.sentence(phrases, frame), this.sentence(common.thoughts, frame)].filter(Boolean);
    return sentences.length > 0 ? [sentences.join(' ')] : [];
  }

  private turning(frame: Frame, turn: NovelEvent): Frame {
    return {
      ...frame,
      ...(turn.object && { thing: this.thing(turn.object) }),
      ...(turn.fact !== undefined && { fact: this.world.secret[turn.fact] ?? '' }),
    };
  }

  private recalling(frame: Frame, past: NovelEvent): Frame {
    return {
      ...this.turning(frame, past),
      people: { ...frame.people, X: past.who, ...(past.other && { Y: past.other }) },
      past: this.world.places[past.place as keyof NovelWorld['places']],
    };
  }

  private thing(id: string) {
    return this.world.things[id as keyof NovelWorld['things']];
  }

  /** A reply and its answer, each a paragraph in guillemets; `<` says that the other begins. */
  private exchange(replies: readonly string[], frame: Frame): string[] {
    const [a, b] = [frame.people.A ?? 'hero', frame.people.B ?? 'hero'];
    const otherBegins = replies[0]?.startsWith('< ') === true ? 1 : 0;
    return replies.flatMap((text, index) => {
      this.filler.paragraph();
      const reply = text.replace(/^< /, '');
      const isHero = (index + otherBegins) % 2 === 0;
      const people = { ...frame.people, S: isHero ? a : b, T: isHero ? b : a };
      const spoken = /[?!]$/.test(reply) ? `« ${reply} »` : `« ${reply.replace(/\.$/, '')} »,`;
      return (
        this.attempt(() => `${spoken} ${this.leastUsed(incises(reply, index === 0))}.`, { ...frame, people }) ?? []
      );
    });
  }

  private sentence(phrases: readonly string[], frame: Frame): string | undefined {
    const phrase = this.ordered.has(phrases) ? this.next(phrases) : this.fresh(phrases);
    return phrase === undefined ? undefined : this.attempt(() => phrase, frame);
  }

  private attempt(choose: () => string, frame: Frame): string | undefined {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const text = finishFrench(this.filler.write(choose(), frame));
      if (this.guard.take(text)) return text;
    }
    return undefined;
  }

  /** One that was not used in this chapter, of those one that was used least in the book. */
  private fresh<T>(items: readonly T[]): T | undefined {
    const free = items.filter((item) => !this.spent.has(item));
    if (free.length === 0) return undefined;
    const item = this.leastUsed(free);
    this.spent.add(item);
    return item;
  }

  /** The first that was not used in this chapter; now and then one is passed over. */
  private next<T>(items: readonly T[]): T | undefined {
    const free = items.filter((item) => !this.spent.has(item));
    const at = free.length > 1 && this.random.chance(0.25) ? 1 : 0;
    for (const item of free.slice(0, at + 1)) this.spent.add(item);
    return free[at];
  }

  /** One of those that were used least in the book. */
  private leastUsed<T>(items: readonly T[]): T {
    const used = (item: T) => this.uses.get(item) ?? 0;
    const least = Math.min(...items.map(used));
    const item = this.random.pick(items.filter((one) => used(one) === least));
    this.uses.set(item, least + 1);
    return item;
  }
}
