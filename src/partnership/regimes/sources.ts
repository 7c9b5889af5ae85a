import type { Source } from './said.ts';

const from =
  (readIn: string, url: string) =>
  (law: string): Source => ({ law, readIn, url });

/** The Acts and regulations themselves. */
export const act2004 = (section: string): Source => ({
  law: `Children Act 2004, ${section}`,
  url: 'https://www.legislation.gov.uk/ukpga/2004/31',
});
export const act2026 = (section: string): Source => ({
  law: `Children’s Wellbeing and Schools Act 2026, ${section}`,
  url: 'https://www.legislation.gov.uk/ukpga/2026/21',
});
export const regulations2018 = (part: string): Source => ({
  law: `Child Safeguarding Practice Review and Relevant Agency (England) Regulations 2018 (SI 2018/789), ${part}`,
  url: 'https://www.legislation.gov.uk/uksi/2018/789/made',
});
export const regulations2006 = (part: string): Source => ({
  law: `Local Safeguarding Children Boards Regulations 2006 (SI 2006/90), ${part}`,
  url: 'https://www.legislation.gov.uk/uksi/2006/90/body/made',
});

/** Where what the guidance says was read: a partnership's procedures, or a note on a change. */
export const nothingRead = (law: string): Source => ({ law });
export const solihull = from(
  'Serious case review guidance, Solihull, 2018',
  'http://solihulllscb.proceduresonline.com/chapters/p_ser_case_rev_guid.html',
);
export const northEastLincolnshire = from(
  'Child safeguarding practice reviews, North East Lincolnshire, August 2024',
  'https://nelincsscp.trixonline.co.uk/chapter/child-safeguarding-practice-reviews',
);
export const cambridgeshire = from(
  'Serious case reviews, Cambridgeshire and Peterborough, 2025',
  'https://www.safeguardingcambspeterborough.org.uk/children-board/serious-case-reviews',
);
export const trafford = from(
  'Child safeguarding practice reviews update, Trafford, 30 March 2020',
  'https://www.traffordsafeguardingpartnership.org.uk/About-us/News/2020/Child-Safeguarding-Practice-Reviews-update.aspx',
);
export const kent = from(
  'Definition, notification and rapid reviews, Kent',
  'https://www.kscmp.org.uk/procedures/safeguarding-practice-reviews/the-scr-process',
);
export const warrington = from(
  'Serious case reviews, Warrington, 2016',
  'http://www.proceduresonline.com/pancheshire/warrington/p_ser_case_rev.html',
);
export const cornwallToolkit = from(
  'Serious case review toolkit, South West Peninsula',
  'https://docest.com/doc/291331/cornwall-isles-of-scilly-safeguarding-children-board',
);
export const buckinghamshire = from(
  'Annual report 2022-23, agenda item, Buckinghamshire Council',
  'https://buckinghamshire.moderngov.co.uk/mgAi.aspx?ID=21205',
);
export const cambridgeshireReports = from(
  'Annual reports, Cambridgeshire and Peterborough',
  'https://safeguardingcambspeterborough.org.uk/home/about-the-partnership-board/annual-reports',
);
export const nurseryWorld = from(
  'Guide to Working Together, Nursery World, 2018',
  'https://www.nurseryworld.co.uk/features/article/guide-to-working-together-guidance',
);
export const cumbriaBriefing = from(
  'Five minute briefing on Working Together 2018, Cumbria',
  'http://content.govdelivery.com/accounts/UKCCC/bulletins/1fc3ae8',
);
export const cornwall = from(
  'Introduction to safeguarding reviews, Cornwall and Isles of Scilly, 2024',
  'https://ciossafeguarding.org.uk/scp/p/reviews/introduction-to-safeguarding-reviews',
);
export const leeds = from(
  'The executive, Leeds, 2024',
  'https://leedsscp.org.uk/the-partnership/annual-report/lscp-executive',
);
export const leedsChildDeath = from(
  'Child death review partners, Leeds, 2024',
  'https://www.leedsscp.org.uk/the-partnership/child-death-overview-panel/review-arrangements',
);
export const sussex = from(
  'The safeguarding children partnership, Sussex, 2024',
  'https://sussexchildprotection.procedures.org.uk/pkysqs/the-safeguarding-children-partnership/safeguarding-children-partnership',
);
export const lawyer = from(
  'Government issues changes to Working Together, Local Government Lawyer, 2023',
  'https://localgovernmentlawyer.co.uk/child-protection/392-children-protection-news/55973-government-issues-changes-to-working-together-guidance',
);
export const independentService = from(
  'Working Together 2026, Independent Safeguarding Service, 2026',
  'https://independentsafeguardingservice.org/news/8-iss-news',
);
export const jointFramework = from(
  'Joint inspections framework, Ofsted and others',
  'https://gov.uk/government/publications/joint-inspections-of-arrangements-and-services-for-children-in-need-of-help-and-protection',
);
