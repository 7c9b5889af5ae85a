import { Layout } from './layout.tsx';
import { places } from './places.ts';

/** How far anybody can use Concordat, what is in the way, and whom to tell. */
export const AccessibilityPage = () => (
  <Layout title="Accessibility">
    <div class="reading">
      <h1 class="govuk-heading-xl">Accessibility</h1>
      <p class="lead">
        Anybody on the partnership should be able to do their part here, whatever they see, hear or press.
      </p>
      <h2 class="govuk-heading-m">What you should be able to do</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>use every page with a keyboard alone, or by voice</li>
        <li>
          use every page with a screen reader; headings, lists, tables and mistakes are announced as what they are
        </li>
        <li>make the text four times as large, or use a telephone 320 pixels wide, without scrolling sideways</li>
        <li>do every task with scripts switched off; scripts only make some of them quicker</li>
        <li>take as long as you need: only your sign-in ends, and a form that comes too late shows what you typed</li>
        <li>read every chart as a table and as a sentence; no meaning rests on colour alone</li>
      </ul>
      <p>
        The typeface is Atkinson Hyperlegible Next, which was drawn for readers with low vision. Your own browser’s
        settings for text, colour and motion are followed.
      </p>
      <h2 class="govuk-heading-m">How we check</h2>
      <p>
        We work to the Web Content Accessibility Guidelines 2.2, level AA. Form controls are GOV.UK’s own components.
        The page that shows every pattern is checked by an automatic tool (axe), colours included, at every change, and
        looked at 320 pixels wide.
      </p>
      <h2 class="govuk-heading-m">What is not yet known or not yet good</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          Disabled people have not yet been asked to try Concordat, and it has not been audited by anyone independent.
        </li>
        <li>
          It has not yet been tried with JAWS, NVDA, VoiceOver or Dragon; automatic tools find about a third of the
          problems that people meet.
        </li>
        <li>
          Where an answer opens a further question, some screen readers do not say so. The question is the next thing
          one comes to.
        </li>
        <li>Wide tables move sideways within their own frame on a narrow screen.</li>
        <li>Files that people add, minutes or reports for instance, are as accessible as their authors made them.</li>
      </ul>
      <h2 class="govuk-heading-m">If something is in your way</h2>
      <p>
        Tell your partnership’s business manager, or the person who sent you here: they can give you what you need in
        another form, or do the task with you. The organisation that runs this server answers to the Public Sector
        Bodies (Websites and Mobile Applications) Accessibility Regulations 2018; its own statement says how to
        complain. If its answer does not help, the{' '}
        <a class="govuk-link" href="https://www.equalityadvisoryservice.com/">
          Equality Advisory and Support Service
        </a>{' '}
        can.
      </p>
      <p class="quiet">Written on 22 November 2026, for the first version.</p>
    </div>
  </Layout>
);

/** What is kept about somebody who signs in, why, and whom to ask. */
export const PrivacyPage = () => (
  <Layout title="Privacy">
    <div class="reading">
      <h1 class="govuk-heading-xl">Privacy</h1>
      <p class="lead">What Concordat keeps about you when you use it.</p>
      <p>
        This page is about the people who sign in. What a partnership holds about children and families is described in
        that partnership’s own privacy notice; ask its business manager for it.
      </p>
      <KeptAboutYou />
      <h2 class="govuk-heading-m">Why</h2>
      <p>
        So that only the right people read about children, and so that a partnership can show who decided what. The
        agencies of a partnership have a duty in law to work together to safeguard children; keeping these records is
        part of doing that well. They are used for nothing else, and no decision about you is made by a machine.
      </p>
      <h2 class="govuk-heading-m">Where it goes, and for how long</h2>
      <p>
        It stays in the database of the organisation that runs this server, and in that database’s backups. Messages to
        you go through that organisation’s mail service. No page loads anything from anybody else, and nothing measures
        what you do here.
      </p>
      <p>
        A session’s record goes within a day or so of its end. The record of what was decided, and by whom, stays as
        long as the partnership must keep the decision itself, even after you leave; nobody can quietly take an entry
        out of it.
      </p>
      <h2 class="govuk-heading-m">Your rights</h2>
      <p>
        You may ask to see what is kept about you, to have it put right, and to object. Ask your partnership’s business
        manager, or the data protection officer of the organisation that runs this server. If the answer does not
        satisfy you, you can go to the{' '}
        <a class="govuk-link" href="https://ico.org.uk/make-a-complaint/">
          Information Commissioner’s Office
        </a>
        .
      </p>
      <p>
        See also{' '}
        <a class="govuk-link" href={places.cookies}>
          cookies
        </a>
        .
      </p>
    </div>
  </Layout>
);

const KeptAboutYou = () => (
  <>
    <h2 class="govuk-heading-m">What is kept about you</h2>
    <ul class="govuk-list govuk-list--bullet">
      <li>
        your name, agency, job title and work e-mail address and telephone, and the roles and seats you hold in each
        partnership, from which day to which
      </li>
      <li>
        how you prove who you are: a scrambled form of your password that cannot be turned back, and your second factor;
        never a picture, a fingerprint or a private telephone number
      </li>
      <li>
        where you are signed in: kind of browser and computer, when you signed in and when it was last used. You can see
        and end these sessions yourself. Which browsers you have used is remembered for 400 days, so that we can write
        to you when a new one signs in.
      </li>
      <li>changes to your password, address and second factor, for two years</li>
      <li>what you changed, and in restricted work what you looked at: when, and which record</li>
    </ul>
  </>
);

/** The four cookies there are. */
export const CookiesPage = () => (
  <Layout title="Cookies">
    <div class="reading">
      <h1 class="govuk-heading-xl">Cookies</h1>
      <p class="lead">Four small notes that your browser keeps so that signing in works. There are no others.</p>
      <h2 class="govuk-heading-m">session</h2>
      <p>
        Shows that it is still you who signed in. It is a random number and says nothing about you. It goes when you
        sign out, and stops working when you have been away too long.
      </p>
      <h2 class="govuk-heading-m">form</h2>
      <p>
        Shows that a form you send was opened by you, and not forged by another website. It goes when you close your
        browser.
      </p>
      <h2 class="govuk-heading-m">device</h2>
      <p>
        Shows that you have signed in on this browser before, so that other people’s wrong guesses cannot keep you out
        here, and so that we can write to you when somebody signs in on another one. It is a random number and goes
        after 400 days.
      </p>
      <h2 class="govuk-heading-m">sign-on</h2>
      <p>Only while you sign in at your organisation, for ten minutes at most: shows that it was you who asked to.</p>
      <h2 class="govuk-heading-m">No banner, and nobody else</h2>
      <p>
        All are strictly necessary, so the law does not ask for your consent; no banner is in your way. They are sent to
        this server alone, and no script can read them. Reading a published page needs none. Where this server is
        reached by HTTPS, <code>__Host-</code> stands before their names.
      </p>
      <p>Nothing here counts visits or follows you: no analytics, no pixels, no fonts or scripts from other servers.</p>
    </div>
  </Layout>
);
