import { z } from 'zod';
import { permit } from '../../../platform/access/permit.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import type { PlainDate } from '../../../platform/calendar/plain-date.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors } from '../../../platform/ui/errors.ts';
import { dayText } from '../../../platform/ui/patterns.tsx';
import type { SeatedScope } from '../../doors.ts';
import type { Switch } from '../../regimes/regime.ts';
import { sourceInWords } from '../../regimes/said.ts';
import { type Asked, answersOf, DayField, isStale, optionalDay, SettingsForm, staleError } from '../form.tsx';
import { isOpen, settingsWithSection } from '../law.ts';
import { type About, changeAbout, findAbout, holdAbout } from '../settings.store.ts';

const Form = z.object({ first: optionalDay('The first day must be a real date, or empty') });

interface Model {
  section: Switch;
  first: PlainDate | undefined;
}

function modelOf({ regime, settings }: About, params: unknown): Model | undefined {
  const { section: asked } = params as { section: string };
  const section = regime.switches.find((one) => one.id === asked && isOpen(one));
  return section && { section, first: settings.switches?.[section.id] };
}

export const askSection: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'settings.change');
  return page(<SectionPage {...found(modelOf(await findAbout(scope), request.params))} />);
};

export const takeSection: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'settings.change');
  const about = await holdAbout(scope);
  const model = found(modelOf(about, request.params));
  const answers = answersOf(request);
  const askAgain = (errors: FormErrors) => page(<SectionPage {...model} {...{ answers, errors }} />, 422);
  const form = Form.safeParse({ first: dayText(answers, 'first') });
  if (!form.success) return askAgain(formErrors(form.error));
  if (isStale(answers, model.first ?? '')) return askAgain(staleError);
  const ruling = settingsWithSection(about.regime, about.settings, model.section.id, form.data.first);
  if (!ruling.allowed) return askAgain(formError('first', 'The day is appointed: it is not yours to set'));
  await changeAbout(scope, { settings: ruling.settings });
  return goTo(`/${scope.slug}/settings/law`);
};

const SectionPage = ({ section, first, ...asked }: Model & Asked) => (
  <SettingsForm
    title={section.title}
    lead="It is enacted and waits for its day. Once regulations appoint one, enter it here: until then it asks nothing of you."
    errors={asked.errors}
    seen={first ?? ''}
    saved={first ? formatDay(first, 'plain') : 'no day'}
    back="/law"
  >
    <DayField
      name="first"
      legend="The first day it is in force"
      hint="For example, 1 9 2027. Leave it empty while there is none"
      day={first}
      asked={asked}
    />
    <p class="quiet">{sourceInWords(section.source)}</p>
  </SettingsForm>
);
