/** First names from many places, none of them ambiguous in plain ASCII. */
export const firstNames: readonly string[] = (
  'Ada Adriana Ahmed Aiko Alba Alina Amara Amir Anders Anouk Arjun Astrid Aurelio Bela Bianca Bilal Boris Brigid Bruno ' +
  'Camila Carla Cedric Chidi Chiara Cosima Dalia Dana Daoud Dario Dilan Dorota Edda Edgar Efua Elena Elif Elio Emeka ' +
  'Esther Fabian Farid Fatima Felipe Fiona Florian Freya Gaia Gideon Giulia Greta Gustav Hana Hannes Helga Henrik Hugo ' +
  'Ibrahim Ida Ilse Imani Ines Ingrid Isamu Ivana Jamila Jana Javier Joaquin Jonas Judith Kaan Kaya Keiko Kofi Kwame ' +
  'Lamia Lars Leila Lena Leonor Levi Linus Lorenzo Lucia Luis Magda Malik Marek Marisol Matteo Mei Milan Mina Mirela ' +
  'Nadia Naomi Nils Noor Nuno Odile Olena Omar Oskar Paloma Paolo Petra Priya Quentin Rafael Rana Ravi Rosa Ruben Runa'
).split(' ');

/** Last names, likewise. */
export const lastNames: readonly string[] = (
  'Abara Adeyemi Albrecht Almeida Andersen Arslan Asante Bakker Balogun Banerjee Barros Bauer Beck Bellini Berglund Bianchi ' +
  'Blanchet Boateng Brandt Calder Carvalho Castellan Chandra Costa Dahl Delacroix Demir Diallo Dubois Duval Egede Eriksen ' +
  'Esposito Faber Farkas Ferrante Fischer Fontaine Forsberg Gallo Garnier Goldman Grant Gruber Haddad Halvorsen Hartmann ' +
  'Hassan Hermans Holm Horvat Ibarra Ito Ivanov Jansen Jensen Joshi Kaplan Karlsen Keller Khalil Kimura Kowal Kruger ' +
  'Lachance Larsen Lindgren Lombardi Lund Maier Mancini Marchetti Mbeki Mendes Moreau Morita Nakamura Navarro Nguyen ' +
  'Nowak Nyberg Okafor Olsen Ortega Osei Ozturk Palmgren Pavlov Pereira Petrov Quist Ramos Renard Ricci Rossi Sandoval ' +
  'Santoro Schmidt Serrano Silva Sorensen Steiner Strand Takeda Tanaka Tavares Tremblay Ueda Vance Vargas Verhoeven Weber Winther Yilmaz Zeman'
).split(' ');
