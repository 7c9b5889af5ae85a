import { Raw } from './raw.ts';

/** The mark: agencies standing round one child, the gaps between them all alike. */
const drawing =
  '<svg class="mark" viewBox="0 0 48 48" width="40" height="40" aria-hidden="true" focusable="false">' +
  '<circle class="mark__agencies" cx="24" cy="24" r="19" pathLength="100" transform="rotate(-84 24 24)"/>' +
  '<circle class="mark__child" cx="24" cy="24" r="7"/></svg>';

export const Mark = () => <Raw html={drawing} />;
