import { largestShares, type ProfilePage } from '@obey/prepare';

/** What is recorded of a state. */
export interface Recorded {
  readonly governor: string;
  readonly population: number;
  readonly industries: readonly string[];
  readonly reference: string;
}

interface Read extends Pick<ProfilePage, 'reference'> {
  readonly governor: string;
  readonly population: number;
  readonly employment: ProfilePage['shares'];
}

/** Reads a state's page, whatever the site looks like. @throws Error when it is like none that is known */
export function readPage(html: string): Recorded {
  for (const read of [scripted, cards, infobox, definitions, vintage, prose]) {
    const found = read(html);
    if (found === undefined) continue;
    const { governor, population, employment, reference } = found;
    return { governor, population, industries: largestShares(employment, 3), reference };
  }
  throw new Error('the page is like none that is known');
}

function scripted(html: string): Read | undefined {
  const data = /<script[^>]*id="state-data"[^>]*>(.*?)<\/script>/s.exec(html)?.[1];
  if (data === undefined) return undefined;
  const { executive, residents, employment, meta } = JSON.parse(data);
  return {
    governor: executive.governor,
    population: residents.current,
    employment: employment.map(({ sector, share }: { sector: string; share: number }) => ({
      label: sector,
      tenths: Math.round(share * 10),
    })),
    reference: meta.reference,
  };
}

function cards(html: string): Read | undefined {
  return read(html, {
    governor: /class="person">([^<]+)</,
    population: /data-kind="people">.*?data-value="(\d+)"/s,
    employment: /data-share="(?<share>[\d.]+)"><span>(?<industry>[^<]+)</g,
    reference: /<kbd>(\w+)<\/kbd>/,
  });
}

function infobox(html: string): Read | undefined {
  return read(html, {
    governor: /Head of government<\/th><td>Gov\. ([^<]+)</,
    population: /Residents<\/th><td>([\d&nbsp;]+)/,
    employment: /<li>(?<industry>[^<(]+) \((?<share>[\d.]+)/g,
    reference: /Reference<\/th><td>(\w+)</,
  });
}

function definitions(html: string): Read | undefined {
  return read(html, {
    governor: /<dt>Governor<\/dt><dd>([^<]+)</,
    population: /<dt>Population<\/dt><dd>([\d,]+)</,
    employment: /<tr><td>(?<industry>[^<]+)<\/td><td>(?<share>[\d.]+)/g,
    reference: /Page reference: <code>(\w+)</,
  });
}

function vintage(html: string): Read | undefined {
  return read(html, {
    governor: /<B>GOVERNOR:<\/B> ([^<]+)</,
    population: /<B>POPULATION \(NOW\):<\/B> (\d+)/,
    employment: /<LI>(?<share>[\d.]+)% - (?<industry>[^\n<]+)/g,
    reference: /<B>REFERENCE:<\/B> (\w+)/,
  });
}

function prose(html: string): Read | undefined {
  return read(unescaped(html), {
    governor: /<b>([^<]+)<\/b> was sworn in as governor/,
    population: /today <em>([\d,]+)<\/em> people/,
    employment: /(?:\? |; )(?<industry>[^;?]+?) gives work to (?<share>[\d.]+) per cent/g,
    reference: /filed under reference (\w+)/,
  });
}

interface Patterns {
  readonly governor: RegExp;
  readonly population: RegExp;
  readonly employment: RegExp;
  readonly reference: RegExp;
}

function read(html: string, patterns: Patterns): Read | undefined {
  const one = (pattern: RegExp) => pattern.exec(html)?.[1];
  const [governor, population, reference] = [one(patterns.governor), one(patterns.population), one(patterns.reference)];
  if (governor === undefined || population === undefined || reference === undefined) return undefined;
  const employment = [...html.matchAll(patterns.employment)].map(({ groups }) => ({
    label: unescaped(groups?.industry ?? ''),
    tenths: Math.round(Number(groups?.share) * 10),
  }));
  return {
    governor: unescaped(governor),
    population: Number(population.replaceAll(/\D/g, '')),
    employment,
    reference,
  };
}

function unescaped(text: string): string {
  return text
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .trim();
}
