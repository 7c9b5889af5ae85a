import { Form } from './form.tsx';
import { type Frame, useFrame } from './frame.ts';
import { Mark } from './mark.tsx';
import { places } from './places.ts';

/** The top of every page: whose house this is, where one stands, who one is, and the menu. */
export function Masthead() {
  const frame = useFrame();
  return (
    <header>
      {frame.example && <p class="example-banner">Example: invented people and agencies</p>}
      <div class="masthead">
        <div class="govuk-width-container masthead__row">
          <a class="masthead__home" href={frame.account ? places.today : places.home}>
            <Mark />
            <span>Concordat</span>
          </a>
          {frame.account && <Standing frame={frame} name={frame.account.name} />}
        </div>
      </div>
      {frame.navigation.length > 0 && <Navigation items={frame.navigation} />}
    </header>
  );
}

/** Where the person stands: the partnership, the way to another, their account, the way out. */
const Standing = ({ frame, name }: { frame: Frame; name: string }) => (
  <ul class="masthead__standing">
    {frame.partnership && <li>{frame.partnership.name}</li>}
    {frame.partnerships > 1 && (
      <li>
        <a href={`${places.partnerships}?from=${encodeURIComponent(frame.path)}`}>
          {frame.partnership ? 'Change' : 'Your partnerships'}
          {frame.partnership && <span class="govuk-visually-hidden"> partnership</span>}
        </a>
      </li>
    )}
    <li>
      <a href={places.account}>
        <span class="govuk-visually-hidden">Your account: </span>
        {name}
      </a>
    </li>
    <li>
      <Form action={places.signOut}>
        <button class="masthead__sign-out">Sign out</button>
      </Form>
    </li>
  </ul>
);

/**
 * GOV.UK's service navigation, written out: it stands on every page, and the macro would take longer than the page.
 * A test compares it with the macro.
 */
export const Navigation = ({ items }: { items: Frame['navigation'] }) => (
  <div class="govuk-service-navigation" data-module="govuk-service-navigation">
    <div class="govuk-width-container">
      <div class="govuk-service-navigation__container">
        <nav aria-label="Menu" class="govuk-service-navigation__wrapper">
          {items.length > 1 && (
            <button
              type="button"
              class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
              aria-controls="navigation"
              hidden
              aria-hidden="true"
            >
              Menu
            </button>
          )}
          <ul class="govuk-service-navigation__list" id="navigation">
            {items.map(({ text, href, current }) => (
              <li
                class={
                  current
                    ? 'govuk-service-navigation__item govuk-service-navigation__item--active'
                    : 'govuk-service-navigation__item'
                }
              >
                <a class="govuk-service-navigation__link" href={href} {...(current ? { 'aria-current': 'page' } : {})}>
                  {current ? <strong class="govuk-service-navigation__active-fallback">{text}</strong> : text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </div>
  </div>
);
