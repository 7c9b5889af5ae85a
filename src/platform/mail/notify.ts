import { setTimeout as wait } from 'node:timers/promises';
import { NotifyClient } from 'notifications-node-client';
import { type Address, AddressRefused, readAddress, type Transport } from './message.ts';

export interface NotifySettings {
  url: string;
  serviceId: string;
  key: string;
  /** A template with `((subject))` as its subject and `((body))` as its message. */
  templateId: string;
}

/**
 * GOV.UK Notify. Each message carries its name as Notify's reference; before a repeat Notify is asked whether it has it.
 */
export function notifyTransport({ url, serviceId, key, templateId }: NotifySettings, waitSeconds = 30): Transport {
  const client = new NotifyClient(url, serviceId, key);
  return {
    async send({ id, to, subject, text }, tries) {
      if (
        tries > 0 &&
        (await within(waitSeconds, client.getNotifications('email', undefined, id))).data.notifications.length > 0
      )
        return;
      try {
        await within(
          waitSeconds,
          client.sendEmail(templateId, to, { personalisation: { subject, body: text }, reference: id }),
        );
      } catch (error) {
        throw isRefusal(error) ? new AddressRefused('400') : error;
      }
    },
    async refusedOfLate() {
      const { data } = await within(waitSeconds, client.getNotifications('email', 'permanent-failure'));
      const dayAgo = Date.now() - 25 * 3_600_000;
      const recent = data.notifications.filter((one) => Date.parse(one.created_at) > dayAgo);
      return recent
        .map((one) => readAddress(one.email_address ?? ''))
        .filter((one): one is Address => one !== undefined);
    },
    close: () => {},
  };
}

/** The client waits for ever; we do not. What it was told may still arrive, which is why a repeat asks first. */
async function within<T>(seconds: number, answer: Promise<T>): Promise<T> {
  const late = new AbortController();
  const timeout = wait(seconds * 1000, undefined, { signal: late.signal }).then(() => {
    throw Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' });
  });
  try {
    return await Promise.race([answer, timeout]);
  } finally {
    late.abort();
    timeout.catch(() => {});
  }
}

interface NotifyFailure {
  response?: { status?: unknown; data?: { errors?: readonly { error?: unknown; message?: unknown }[] } };
}

/** Notify answers 400 to many things; only one of them is about the address. */
function isRefusal(error: unknown): boolean {
  const { response } = error as NotifyFailure;
  if (response?.status !== 400) return false;
  return (response.data?.errors ?? []).some(({ message }) => String(message).startsWith('email_address'));
}
