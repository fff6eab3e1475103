/** Names of one language, for people, makers, projects, marks and terms. Made up; they mean nobody. */
export interface Names {
  readonly given: readonly string[];
  readonly family: readonly string[];
  readonly makers: readonly string[];
  /** A project is a quality and a thing: `Copper Lantern`. */
  readonly projectQualities: readonly string[];
  readonly projectThings: readonly string[];
  /** A mark is a word and a figure: `Heron-4`. */
  readonly markWords: readonly string[];
  readonly termQualities: readonly string[];
  readonly termThings: readonly string[];
}

const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

const given = words(
  'Ada Anouk Bastian Benno Brigid Cosima Damian Dorte Edda Elias Emeka Frida Gideon Greta Hamish Helmi Ilka Ines Jarek Jorun Kaja Kasimir Ludo Magda Marit Nils Odile Oskar Pavel Quentin Ragna Ruben Selma Soren Tamsin Thea Ulla Viggo Wanda Yorick Zeno Zita',
);
const family = words(
  'Abelard Ashdown Bergquist Birch Calloway Cordes Dahlin Drummond Eastlake Engstrom Farrow Fenwick Gantry Halloran Hartog Ibsen Jessup Kessler Kirkwood Lachmann Lindqvist Marsh Mortimer Norrby Oakes Ottery Penhale Quist Rademaker Rooke Sandoval Severin Thorne Tully Ulrich Vance Verhoeven Whitlock Wystan Yardley Zabel',
);
const makers = words(
  'Orlik Brandt Tessmar Holloway Pardubic Venner Quarles Dunmore Istvan Marchetti Solberg Kettering Arvid Lomond Fabrizi Nystad Corvin Hazelby Trask Umbria Wexler Jorvik Pellin Roswitha Strand Galloway',
);

export const englishNames: Names = {
  given,
  family,
  makers,
  projectQualities: words(
    'Copper Silver Amber Quiet Northern Hollow Scarlet Winter Velvet Granite Golden Crooked Marble Paper Iron Cedar Violet Stormy Hidden Painted Broken Distant Linen Salty Crimson Drowsy Lofty Pewter',
  ),
  projectThings: words(
    'Lantern Harbour Orchard Compass Bridge Meadow Anchor Kettle Falcon Window Ladder Garden Mirror Thistle Barrel Chapel Spindle Beacon Willow Saddle Tunnel Feather Pebble Hammock Bellows Cradle Turnstile Drumlin',
  ),
  markWords: words(
    'Heron Plover Curlew Wagtail Siskin Linnet Dunlin Godwit Merlin Osprey Petrel Puffin Redstart Ruff Shrike Swift Tern Twite Whimbrel Wigeon Bittern Bunting Chough Dipper Fieldfare Gannet Goshawk Hobby Knot Nuthatch',
  ),
  termQualities: words(
    'long dry cold blue short heavy plain round thin sharp soft tall loose warm stiff pale rough sour blunt damp',
  ),
  termThings: words(
    'spoon candle boot bucket whistle button pillow needle basket saucer ribbon broom teapot comb marble thimble bellpull doorstop napkin inkwell',
  ),
};

export const germanNames: Names = {
  given,
  family,
  makers,
  projectQualities: words(
    'Kupfer Silber Bernstein Winter Nord Samt Granit Gold Marmor Papier Eisen Zedern Sturm Leinen Salz Purpur Zinn Glas Herbst Nebel Birken Kreide Moos Stroh Wachs Ziegel',
  ),
  projectThings: words(
    'laterne hafen garten kompass brücke wiese anker kessel falke fenster leiter spiegel distel turm spindel weide sattel tunnel feder kiesel wiege trommel krone glocke mühle schaukel',
  ),
  markWords: words(
    'Reiher Kiebitz Brachvogel Stelze Zeisig Hänfling Merlin Papageitaucher Würger Segler Rohrdommel Ammer Dohle Wasseramsel Habicht Kleiber Lerche Specht Kranich Wachtel Drossel Häher Milan Bussard Fink Meise',
  ),
  termQualities: words(
    'lange trockene kalte blaue kurze schwere runde dünne scharfe weiche hohe lose warme steife blasse grobe saure stumpfe feuchte krumme',
  ),
  termThings: words(
    'Kerze Schaufel Pfeife Nadel Schüssel Bürste Kanne Murmel Klinke Serviette Tasse Gabel Leine Klammer Kordel Mütze Brille Flasche Feile Zange',
  ),
};
