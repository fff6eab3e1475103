import type { Random } from '../../../random.js';
import type { NovelRole } from '../novel.js';
import { common } from '../phrases/common.js';
import { shared } from '../phrases/shared.js';
import type { Person } from '../world/people.js';
import type { Place } from '../world/places.js';
import type { Thing } from '../world/things.js';
import { fixedRoles, inPlace, type NovelWorld, ofThing, saysTu, verbForm } from './cast.js';
import { expandPhrase } from './expand-phrase.js';

/** Who and what the letters of a phrase stand for. */
export interface Frame {
  readonly people: Readonly<Record<string, NovelRole>>;
  readonly place: Place;
  readonly hour: 'matin' | 'midi' | 'soir' | 'nuit';
  /** A place that is remembered. */
  readonly past?: Place;
  readonly thing?: Thing;
  readonly fact?: string;
}

/** Writes phrases out, and minds who was spoken of last, so that a pronoun is never ambiguous. */
export class SlotFiller {
  private readonly last: Partial<Record<'M' | 'F', NovelRole>> = {};
  private readonly named = new Set<NovelRole>();
  private readonly places = new Set<string>();

  constructor(
    private readonly world: NovelWorld,
    private readonly random: Random,
  ) {}

  /** A new paragraph: pronouns need their names again. */
  paragraph(): void {
    delete this.last.M;
    delete this.last.F;
  }

  /** A new chapter: people and places are called by their whole names again. */
  chapter(): void {
    this.named.clear();
    this.places.clear();
    this.paragraph();
  }

  write(phrase: string, frame: Frame): string {
    const [, letter] = /^\{([A-Z])\} \{\1:/.exec(phrase) ?? [];
    const person = letter === undefined ? undefined : this.personOf(letter, frame);
    const goesOn = person !== undefined && this.last[person.gender] === person.id && this.random.chance(0.6);
    const begun = goesOn ? phrase.replace(/^\{([A-Z])\}/, '{$1.il}') : phrase;
    return expandPhrase(begun, this.random, (slot) => this.fill(slot, frame));
  }

  private fill(slot: string, frame: Frame): string {
    if (slot.startsWith('@')) return this.bank(slot.slice(1), frame);
    const agreed = /^([A-Z]+|tu):(.+)$/.exec(slot);
    if (agreed) return this.verb(agreed[1] ?? '', agreed[2] ?? '', frame);
    const gendered = /^([A-Z])\?([^/]*)\/(.*)$/.exec(slot);
    if (gendered) return this.genderOf(gendered[1] ?? '', frame) === 'F' ? (gendered[3] ?? '') : (gendered[2] ?? '');
    return this.named_(slot, frame);
  }

  private bank(name: string, frame: Frame): string {
    const key = name === 'tod' ? frame.hour : name;
    const phrases = shared[key];
    if (phrases === undefined) throw new Error(`there is no bank ${key}`);
    return expandPhrase(this.random.pick(phrases), this.random, (slot) => this.fill(slot, frame));
  }

  private verb(letter: string, verb: string, frame: Frame): string {
    if (letter === 'tu') {
      const [speaker, hearer] = [this.personOf('S', frame), this.personOf('T', frame)];
      const person = saysTu(speaker.id, hearer.id) ? 1 : 4;
      return verbForm(verb, { person, gender: hearer.gender, plural: false });
    }
    if (letter.length > 1) {
      const genders = [...letter].map((one) => this.genderOf(one, frame));
      return verbForm(verb, { person: 5, gender: genders.includes('M') ? 'M' : 'F', plural: true });
    }
    return verbForm(verb, { person: 2, gender: this.genderOf(letter, frame), plural: false });
  }

  private named_(slot: string, frame: Frame): string {
    switch (slot) {
      case 'W':
        return this.world.village;
      case 'F':
        return frame.fact === undefined
          ? ''
          : expandPhrase(frame.fact, this.random, (inner) => this.fill(inner, frame));
      case 'Weather':
        return this.bank(this.world.season, frame);
      case 'tu':
      case 'te':
      case 'toi':
      case 'ta':
        return this.address(slot, frame);
    }
    const [letter = '', what = ''] = slot.split('.');
    if (letter === 'O') return ofThing(this.thingOf(frame), what);
    if (letter === 'L' || letter === 'K' || letter === 'P') return this.place(this.placeOf(letter, frame), what);
    return this.person(this.personOf(letter, frame), what);
  }

  private address(word: 'tu' | 'te' | 'toi' | 'ta', frame: Frame): string {
    const isClose = saysTu(this.personOf('S', frame).id, this.personOf('T', frame).id);
    return isClose ? word : word === 'ta' ? 'votre' : 'vous';
  }

  private place(place: Place, what: string): string {
    const name = this.places.has(place.id) && this.random.chance(0.35) ? 'short' : 'long';
    this.places.add(place.id);
    if (what === 'loc') return inPlace(place, name);
    if (what === 'long') return place.long;
    if (what !== '') throw new Error(`a place has no ${what}`);
    return place[name];
  }

  private person(person: Person, what: string): string {
    switch (what) {
      case '':
        return this.mention(person);
      case 'il':
        return this.last[person.gender] === person.id ? pronoun(person) : this.mention(person);
      case 'pr':
        return pronoun(person);
      case 'lui':
        return person.gender === 'F' ? 'elle' : 'lui';
      case 'le':
        return person.gender === 'F' ? 'la' : 'le';
      default:
        throw new Error(`a person has no ${what}`);
    }
  }

  private mention(person: Person): string {
    this.last[person.gender] = person.id;
    const [first] = person.mentions;
    if (this.named.has(person.id)) return this.random.pick(person.mentions);
    this.named.add(person.id);
    return first;
  }

  private genderOf(letter: string, frame: Frame): 'M' | 'F' {
    if (letter === 'O') return this.thingOf(frame).gender;
    if (letter === 'L' || letter === 'K' || letter === 'P') return this.placeOf(letter, frame).gender;
    return this.personOf(letter, frame).gender;
  }

  private personOf(letter: string, { people }: Frame): Person {
    const role = people[letter] ?? fixedRoles[letter];
    if (role === undefined) throw new Error(`nobody is ${letter} here`);
    return this.world.people[role];
  }

  private placeOf(letter: 'L' | 'K' | 'P', { place, past }: Frame): Place {
    return letter === 'L' ? place : letter === 'K' ? this.world.places.house : (past ?? place);
  }

  private thingOf({ thing }: Frame): Thing {
    if (thing === undefined) throw new Error('there is no thing here');
    return thing;
  }
}

function pronoun({ gender }: Person): string {
  return gender === 'F' ? 'elle' : 'il';
}

/** How a reply is announced: a question, a first word and an answer each in its own words. */
export function incises(reply: string, isFirst: boolean): readonly string[] {
  if (reply.endsWith('?')) return common.ask;
  return isFirst ? common.begin : common.incise;
}
