import { type Chance, pick } from '../../platform/chance.ts';

const firstNames =
  'Aaliyah Abena Adaeze Agnieszka Aidan Alice Amara Amit Andrea Aneta Angela Anjali Anwar Arjun Ayesha Beatrice Bethan Bogdan Bridget Carlos Catherine Charlotte Chinedu Christine Ciara Claire Clive Daniela Darius David Deepa Denise Derek Dilys Dimitra Dominic Edith Eilidh Elena Emeka Emma Ethel Fatima Fergus Fiona Folasade Frances Gareth Gemma Geoffrey Gita Graham Grace Gurpreet Haruka Harriet Hassan Hazel Heather Hyacinth Ibrahim Ifeoma Ingrid Irene Ivana Jacqueline Jamila Janet Jasmin Jerome Jolanta Joseph Judith Kamala Karim Kateryna Keith Kelechi Kirsty Kofi Kwame Laura Lorna Lucia Lydia Magda Malcolm Manjit Maria Maureen Meera Mercy Michael Mina Miriam Mohammed Moira Nadia Naomi Neil Ngozi Niamh Nina Nkechi Noreen Olga Oliver Omar Orla Pamela Parveen Paulo Petra Philippa Precious Rajesh Rebecca Rhiannon Rosa Rowena Rukhsana Sadia Sandra Sanjay Seren Shanice Simone Siobhan Stefan Sunita Susan Tamsin Tariq Temitope Teresa Thandiwe Tracey Usha Valerie Vikram Wendy Winifred Yasmin Yetunde Yolanda Yusuf Zainab Zofia'.split(
    ' ',
  );

const surnames =
  'Abbey Achebe Adair Ahmadi Akhtar Alderton Amoah Antoniou Appleyard Arkwright Asante Babatunde Bains Balogun Barraclough Begum Bielski Birchall Blenkinsop Boateng Bracewell Brightwell Bukowski Calloway Chandra Chaudhry Chowdhury Colclough Cottingham Cragg Dacosta Daley Dhaliwal Dinsdale Dosanjh Drinkwater Dudek Eastwick Ekwueme Entwistle Esposito Fairhurst Farooq Featherstone Ferreira Fothergill Gathercole Georgiou Ghosh Gorman Greenhalgh Grewal Hallam Hargreave Hebblethwaite Hollingdale Horvath Hosseini Ibe Ingleby Iqbal Ivanov Jankowska Jayasinghe Jobling Kaczmarek Kaur Kavanagh Keogh Khatun Kovac Lambrou Lascelles Leadbetter Lewandowska Lockyer Mahmood Malik Maddocks Mbeki Mensah Merriweather Moreau Mukherjee Nandra Nettleship Nwosu Obi Oduya Ogden Olaleye Osei Oyelaran Papadaki Pargeter Pemberton Pickersgill Popescu Quarshie Rahimi Ramsbottom Rashid Ravenscroft Roszak Sandhu Satterthwaite Shackleford Siddall Sikorska Sowerby Stannard Summerscale Tadesse Tattersall Teixeira Threlfall Trelawney Tunnicliffe Uddin Umeh Underhill Vasquez Venkatesan Wadsworth Wainscott Whitlock Wijaya Winterbourne Wolstenholme Wojcik Yeboah Yilmaz Zaman'.split(
    ' ',
  );

/** An invented name that is not in `used`, which then has it. */
export function newName(chance: Chance, used: Set<string>): string {
  for (;;) {
    const name = `${pick(chance, firstNames)} ${pick(chance, surnames)}`;
    if (used.has(name)) continue;
    used.add(name);
    return name;
  }
}

/** What a name stands as before the @ of a work address: `maria.dacosta`, without titles and ranks. */
export const mailboxOf = (name: string): string => name.toLowerCase().split(' ').slice(-2).join('.');
