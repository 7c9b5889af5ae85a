/** What proves, beside the password, that somebody is who they say. */
export type Factor = 'passkey' | 'authenticator' | 'printed-code' | 'single-sign-on' | 'example';

/** The name of the session's cookie. */
export const sessionCookie = 'session';
/** The name of the cookie by which a browser is known again. */
export const deviceCookie = 'device';

/** What a browser says of itself, as much as its owner needs to recognise it: "Firefox on Windows". */
export function describeDevice(userAgent: string | undefined): string {
  const agent = userAgent ?? '';
  const browser = firstMatch(agent, [
    [/Edg\//, 'Edge'],
    [/Firefox\//, 'Firefox'],
    [/Chrome\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ]);
  const system = firstMatch(agent, [
    [/Windows/, 'Windows'],
    [/iPhone|iPad/, 'iPhone or iPad'],
    [/Android/, 'Android'],
    [/Mac OS X/, 'Mac'],
    [/CrOS/, 'ChromeOS'],
    [/Linux/, 'Linux'],
  ]);
  return `${browser ?? 'A browser'} on ${system ?? 'an unknown system'}`;
}

const firstMatch = (text: string, kinds: [RegExp, string][]) => kinds.find(([pattern]) => pattern.test(text))?.[1];

/** Whether something was proved in this session so lately that a sensitive act needs no further proof. */
export const provedWithin = (minutes: number, { provedAt }: { provedAt: Date }, now: Date): boolean =>
  now.getTime() - provedAt.getTime() <= minutes * 60_000;
