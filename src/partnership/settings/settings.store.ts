import { sql } from 'kysely';
import type { Scope } from '../../platform/database/database.ts';
import { prepared } from '../../platform/database/prepared.ts';
import { type LocalSettings, withLocalSettings } from '../regimes/local-settings.ts';
import type { Regime } from '../regimes/regime.ts';
import { isRegime, regimes } from '../regimes/regimes.ts';
import { type LocalWords, readLocalSettings, readLocalWords } from './local.ts';

/** What the partnership says of itself. */
export interface About {
  name: string;
  shortName: string;
  /** Whom to ask, in words. */
  contact: string;
  contactEmail: string;
  contactPhone: string;
  /** The regime it works under, as the program has it. */
  regime: Regime;
  /** The same with the partnership's own settings. */
  law: Regime;
  settings: LocalSettings;
  words: LocalWords;
  /** Whether it has a logo. */
  logo: boolean;
  /** Where setting up was left; '' where nobody sets up, 'done' when it is. */
  setUpStep: string;
}

/** @throws {Error} when the program does not know the partnership's regime: better no law than a wrong one */
export async function findAbout({ db, partnership }: Scope): Promise<About> {
  return toAbout(await selectAbout(db, { partnership }));
}

/** The same, held until the transaction ends: whatever else wants to change the settings waits. */
export async function holdAbout({ db, partnership }: Scope): Promise<About> {
  return toAbout(await selectHeld(db, { partnership }));
}

const columns = [
  'name',
  'short_name',
  'regime',
  'contact',
  'contact_email',
  'contact_phone',
  'local_words',
  'local_settings',
  'set_up_step',
] as const;

const hasLogo = sql<boolean>`logo is not null`.as('has_logo');

const selectAbout = prepared((db, { partnership }: { partnership: string }) =>
  db.selectFrom('partnership').select(columns).select(hasLogo).where('partnership_id', '=', partnership),
);

const selectHeld = prepared((db, { partnership }: { partnership: string }) =>
  db.selectFrom('partnership').select(columns).select(hasLogo).where('partnership_id', '=', partnership).forUpdate(),
);

function toAbout([row]: Awaited<ReturnType<typeof selectAbout>>): About {
  if (!row || !isRegime(row.regime)) throw new Error(`no regime is called “${row?.regime ?? ''}”`);
  const regime = regimes[row.regime];
  const settings = readLocalSettings(row.local_settings);
  return {
    name: row.name,
    shortName: row.short_name,
    contact: row.contact,
    contactEmail: row.contact_email,
    contactPhone: row.contact_phone,
    regime,
    law: withLocalSettings(regime, settings),
    settings,
    words: readLocalWords(row.local_words),
    logo: row.has_logo,
    setUpStep: row.set_up_step,
  };
}

export type AboutChange = Partial<Omit<About, 'regime' | 'law' | 'logo'>>;

/** Writes what `change` names; the rest stays as it is. */
export async function changeAbout({ db, partnership }: Scope, change: AboutChange): Promise<void> {
  const { name, shortName, contact, contactEmail, contactPhone, words, settings, setUpStep } = change;
  await db
    .updateTable('partnership')
    .set({
      ...(name !== undefined && { name }),
      ...(shortName !== undefined && { short_name: shortName }),
      ...(contact !== undefined && { contact }),
      ...(contactEmail !== undefined && { contact_email: contactEmail }),
      ...(contactPhone !== undefined && { contact_phone: contactPhone }),
      ...(words !== undefined && { local_words: JSON.stringify(words) }),
      ...(settings !== undefined && { local_settings: JSON.stringify(settings) }),
      ...(setUpStep !== undefined && { set_up_step: setUpStep }),
    })
    .where('partnership_id', '=', partnership)
    .execute();
}

/** Makes the partnership cover the local authorities with these codes and no other. */
export async function changeAreas({ db, partnership }: Scope, codes: readonly string[]): Promise<void> {
  await db
    .deleteFrom('partnership_area')
    .where('partnership_id', '=', partnership)
    .where('authority_code', 'not in', ['', ...codes])
    .execute();
  await db
    .insertInto('partnership_area')
    .values(codes.map((authority_code) => ({ partnership_id: partnership, authority_code })))
    .onConflict((same) => same.doNothing())
    .execute();
}
