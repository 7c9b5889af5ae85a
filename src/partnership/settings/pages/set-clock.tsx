import { z } from 'zod';
import { permit } from '../../../platform/access/permit.ts';
import { goTo, page } from '../../../platform/http/answers.ts';
import { found } from '../../../platform/http/errors.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { type FormErrors, formError, formErrors } from '../../../platform/ui/errors.ts';
import { Select } from '../../../platform/ui/govuk.tsx';
import type { SeatedScope } from '../../doors.ts';
import { lengthInWords } from '../../regimes/clock.ts';
import { type Anchor, anchors, type Clock, type ClockName, clockNames, type Length } from '../../regimes/regime.ts';
import { sourceInWords } from '../../regimes/said.ts';
import { type Asked, answersOf, isStale, SettingsForm, staleError, TextField, typedIn } from '../form.tsx';
import { type OwnClock, openParts, settingsWithClock } from '../law.ts';
import { anchorNames, units } from '../local.ts';
import { type About, changeAbout, findAbout, holdAbout } from '../settings.store.ts';

const wrongCount = 'The length must be a whole number from 1 to 1,000, or empty';
const Form = z
  .object({
    count: z
      .string(wrongCount)
      .trim()
      .regex(/^([1-9]\d{0,2}|1000)?$/, wrongCount)
      .default(''),
    unit: z.enum(units, 'Select what the length is counted in').default('days'),
    starts: z
      .union([z.literal(''), z.enum(anchorNames as [Anchor, ...Anchor[]])], 'Select the day it starts from')
      .default(''),
  })
  .transform(({ count, unit, starts }): OwnClock => {
    const length: Length | undefined = count === '' ? undefined : { count: Number(count), unit };
    return { ...(length && { length }), ...(starts !== '' && { starts }) };
  });

interface Model {
  name: ClockName;
  /** As the program has it. */
  clock: Clock;
  own: OwnClock;
}

/** The clock of the address, where the partnership has anything of it to set. */
function modelOf({ regime, settings }: About, params: unknown): Model | undefined {
  const { clock: asked } = params as { clock: string };
  const name = clockNames.find((one) => one === asked);
  const clock = name && regime.clocks[name];
  if (!name || !clock) return undefined;
  const { length, starts } = openParts(clock);
  return length || starts ? { name, clock, own: settings.clocks?.[name] ?? {} } : undefined;
}

export const askClock: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'settings.change');
  return page(<ClockPage {...found(modelOf(await findAbout(scope), request.params))} />);
};

export const takeClock: Handler<SeatedScope> = async (scope, request) => {
  permit(scope, 'settings.change');
  const about = await holdAbout(scope);
  const model = found(modelOf(about, request.params));
  const answers = answersOf(request);
  const askAgain = (errors: FormErrors) => page(<ClockPage {...model} {...{ answers, errors }} />, 422);
  const form = Form.safeParse(answers);
  if (!form.success) return askAgain(formErrors(form.error, ['count', 'unit', 'starts']));
  if (isStale(answers, model.own)) return askAgain(staleError);
  const ruling = settingsWithClock(about.regime, about.settings, model.name, form.data);
  if (!ruling.allowed) return askAgain(formError('', 'The law has settled this: it is not yours to set'));
  await changeAbout(scope, { settings: ruling.settings });
  return goTo(`/${scope.slug}/settings/law`);
};

const ClockPage = ({ clock, own, ...asked }: Model & Asked) => {
  const open = openParts(clock);
  return (
    <SettingsForm
      title={clock.title}
      lead={`Until ${clock.ends}. Nobody has verified what you can set here: do so where your arrangements or the guidance say otherwise, and leave empty what should stay as it is.`}
      errors={asked.errors}
      seen={own}
      saved={savedInWords(own)}
      back="/law"
    >
      {open.length && <LengthFields clock={clock} own={own} asked={asked} />}
      {open.starts && <StartField clock={clock} own={own} asked={asked} />}
      <p class="quiet">{sourceInWords(clock.length.source)}</p>
    </SettingsForm>
  );
};

type FieldProps = { clock: Clock; own: OwnClock; asked: Asked };

const LengthFields = ({ clock, own, asked }: FieldProps) => {
  const chosen = asked.answers ? typedIn(asked.answers, 'unit') : (own.length ?? clock.length.value).unit;
  return (
    <>
      <TextField
        name="count"
        label="Length"
        hint={`Unless you set it: ${lengthInWords(clock.length.value)}`}
        value={own.length ? String(own.length.count) : ''}
        asked={asked}
        classes="govuk-input--width-4"
      />
      <Select
        id="unit"
        name="unit"
        label={{ text: 'Counted in' }}
        items={units.map((unit) => ({ value: unit, text: unit.replace('-', ' '), selected: unit === chosen }))}
        errorMessage={asked.errors?.on('unit')}
      />
    </>
  );
};

/** The days that practice is known to differ between stand first. */
const StartField = ({ clock: { starts }, own, asked }: FieldProps) => {
  const chosen = asked.answers ? typedIn(asked.answers, 'starts') : (own.starts ?? '');
  const known = starts.verified ? [] : (starts.choices ?? []);
  const others = anchorNames.filter((one) => !known.includes(one));
  return (
    <Select
      id="starts"
      name="starts"
      label={{ text: 'It starts from the day' }}
      items={[
        { value: '', text: `As it is: ${anchors[starts.value]}`, selected: chosen === '' },
        ...[...known, ...others].map((one) => ({ value: one, text: anchors[one], selected: one === chosen })),
      ]}
      errorMessage={asked.errors?.on('starts')}
    />
  );
};

const savedInWords = ({ length, starts }: OwnClock): string =>
  [length && lengthInWords(length), starts && `from the day ${anchors[starts]}`].filter(Boolean).join(', ') ||
  'nothing';
