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
  'Ada Anouk Bastian Benno Brigid Cosima Damian Dorte Edda Elias Emeka Frida Gideon Greta Hamish Helmi Ilka Ines Jarek Jorun Kaja Kasimir Ludo Magda Marit Nils Odile Oskar Pavel Quentin Ragna Ruben Selma Soren Tamsin Thea Ulla Viggo Wanda Yorick Zeno Zita Adela Agnes Alban Alma Amos Anselm Antje Arlo Astrid Aurel Balthasar Beate Berit Bertil Bianca Bruno Carsten Cato Celia Clemens Clio Conrad Cyril Dagmar Daphne Darius Delia Detlef Dora Edwin Effie Egon Elke Elmar Elsbeth Emeric Enid Erika Ernst Esther Eugen Evander Fabian Falko Felix Fenja Fergus Fiona Flora Florian Franka Gerda Gilbert Gisela Gregor Gustav Gwen Hagen Hanna Harald Hedda Heiko Helga Henrik Hilde Holger Hugo Imke Ingrid Irma Isolde Ivar Jadwiga Jasper Jelena Joris Judith Julius Jurgen Karin Kasper Katja Kilian Klara Knut Konrad Lasse Leonie Leopold Levke Lothar Lucius Lydia Malte Manfred Margot Marius Martje Mathilde Meret Mirko Mona Nadja Nestor Niklas Nora Norbert Olaf Olga Orson Otto Paula Percy Petra Philippa Ralph Regina Reinhard Renate Roderick Rolf Roman Rosalind Rufus Sabine Sander Sigrid Silas Sonja Stefan Sven Svenja Tarik Tessa Thilo Tilda Tobias Torben Urs Ursula Valentin Vera Verena Viola Volker Walburga Walter Wenzel Wilma Wolfram Xaver Yvonne Zacharias Zelda',
);
const family = words(
  'Abelard Ashdown Bergquist Birch Calloway Cordes Dahlin Drummond Eastlake Engstrom Farrow Fenwick Gantry Halloran Hartog Ibsen Jessup Kessler Kirkwood Lachmann Lindqvist Marsh Mortimer Norrby Oakes Ottery Penhale Quist Rademaker Rooke Sandoval Severin Thorne Tully Ulrich Vance Verhoeven Whitlock Wystan Yardley Zabel Aldous Ambrose Arkwright Ashby Bainbridge Barlow Bartholdy Beckett Bellamy Bentley Berger Blackwood Bloom Bosworth Bradshaw Bramble Brandis Brinkley Burnham Cardew Carlisle Castell Chadwick Clifford Colville Cromer Crosby Dalgaard Danby Darnell Delacroix Denholm Dorsey Draycott Dunbar Eckhart Edgerton Elgar Ellery Everard Fairfax Falk Farnham Feldmann Fielding Finch Fleming Forsyth Frobisher Gerlach Gilmour Glover Goddard Grantham Greaves Grimshaw Haddon Hallam Hargrave Harker Haverkamp Hawthorne Heller Hensley Hollis Holm Huxtable Ingram Isaksen Jansen Jerome Kaspersen Keller Kendrick Kimball Klinger Lambert Lancaster Langley Larkin Lorimer Lowell Ludlow Maddox Malmgren Marlow Mattheson Merrick Milford Moberg Montague Naylor Neville Nilsson Norwood Nyberg Ogilvie Olander Ormond Osgood Paget Palmer Pemberton Pickering Porter Prescott Quimby Ramsay Redgrave Renshaw Ridley Rothwell Rutland Sandstrom Sawyer Schreiber Selwyn Sheridan Sinclair Sommer Stanhope Steiner Sterling Strickland Sutcliffe Talbot Tennant Thatcher Tillman Tolliver Trevelyan Underhill Vandermeer Vickers Voss Waldron Wallis Weatherby Wendt Westbrook Whitmore Wickham Winslow Woodrow Wragby Wyndham Yarrow Ziegler',
);
const makers = words(
  'Orlik Brandt Tessmar Holloway Pardubic Venner Quarles Dunmore Istvan Marchetti Solberg Kettering Arvid Lomond Fabrizi Nystad Corvin Hazelby Trask Umbria Wexler Jorvik Pellin Roswitha Strand Galloway',
);

export const englishNames: Names = {
  given,
  family,
  makers,
  projectQualities: words(
    'Copper Silver Amber Quiet Northern Hollow Scarlet Winter Velvet Granite Golden Crooked Marble Paper Iron Cedar Violet Stormy Hidden Painted Broken Distant Linen Salty Crimson Drowsy Lofty Pewter Azure Bashful Bitter Brazen Bronze Careless Cobalt Clever Coral Curly Dusky Dusty Eager Early Ebony Emerald Faded Feeble Fickle Foggy Frozen Gentle Gilded Glassy Gloomy Hasty Hazel Hungry Idle Ivory Jolly Lazy Lilac Lonely Lucky Mellow Mighty Misty Mossy Muddy Narrow Nimble Olive Opal Patient Pearly Plaid Proud Purple Rapid Restless Rosy Rusty Saffron Sandy Sleepy Slender Smoky Snowy Solemn Southern Spotted Steady Sunny Swift Tawny Thirsty Tidy Timid Tranquil Wandering Weary Wicker Wild Woolly Yellow',
  ),
  projectThings: words(
    'Lantern Harbour Orchard Compass Bridge Meadow Anchor Kettle Falcon Window Ladder Garden Mirror Thistle Barrel Chapel Spindle Beacon Willow Saddle Tunnel Feather Pebble Hammock Bellows Cradle Turnstile Drumlin Acorn Almanac Antler Apron Arrow Basket Bellflower Blanket Boulder Bracelet Bramble Buckle Button Cabin Candle Canoe Canyon Carousel Cavern Clover Cobweb Comet Cottage Cupboard Current Dolphin Drawer Easel Engine Fiddle Forge Fountain Gable Galleon Glacier Goblet Hammer Harvest Hedgehog Hornet Inkwell Island Jigsaw Juniper Kiln Knapsack Lagoon Locket Loom Lynx Magnet Mandolin Mitten Monsoon Nettle Oar Otter Paddle Pendulum Pigeon Pillar Pinecone Plateau Plough Prairie Quarry Quilt Raft Ravine Rooster Rudder Sail Satchel Shutter Sickle Sparrow Stable Summit Sundial Tapestry Teapot Thimble Timber Trellis Trumpet Valley Vessel Viaduct Walnut Weasel Windmill Wrench',
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
    'Kupfer Silber Bernstein Winter Nord Samt Granit Gold Marmor Papier Eisen Zedern Sturm Leinen Salz Purpur Zinn Glas Herbst Nebel Birken Kreide Moos Stroh Wachs Ziegel Bronze Birne Blei Buchen Busch Dämmer Diamant Distel Dorn Eichen Elfenbein Erlen Eschen Feld Felsen Fichten Flieder Frost Ginster Hagel Hanf Hasel Heide Heu Holunder Holz Honig Ingwer Kalk Kastanien Kirsch Kork Lavendel Lehm Linden Malven Mandel Messing Mond Mohn Nessel Nuss Opal Perl Quarz Quitten Rauch Regen Rosen Rost Safran Schiefer Schilf Schnee Seide Seiden Sommer Sonnen Stahl Sternen Süd Talg Tannen Teer Ton Torf Ufer Ulmen Wald Weiden Wolken Woll',
  ),
  projectThings: words(
    'laterne hafen garten kompass brücke wiese anker kessel falke fenster leiter spiegel distel turm spindel weide sattel tunnel feder kiesel wiege trommel krone glocke mühle schaukel amsel angel balken bank becher biene blume boje bogen brunnen bude burg decke dose eimer eule fackel fähre fass flöte floß fuge gasse geige giebel gondel graben grotte gruft hacke halde harfe haube hecke herd hütte insel kammer kanne kapelle karre kelle kette klippe koffer korb kreisel krug kuppel kutsche lanze laube leine leuchte luke matte mauer mulde nadel nische orgel pforte pfosten plane quelle rampe rinne ruder säule schale schaufel scheune schleuse schwelle segel sense sichel stufe tafel tonne treppe truhe tulpe wanne welle winde zange ziege zinne',
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
