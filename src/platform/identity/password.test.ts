import { describe, expect, test } from 'vitest';
import { hashPassword, isPassword } from './password.ts';
import { commonPasswords, weaknessOf } from './password-rules.ts';
import { isSharedMailbox } from './shared-mailbox.ts';

describe('a password', () => {
  test('opens with itself alone', async () => {
    const hash = await hashPassword('tractor violin marmalade');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword('tractor violin marmalade', hash)).toBe(true);
    expect(await isPassword('Tractor violin marmalade', hash)).toBe(false);
    expect(await isPassword(' tractor violin marmalade', hash)).toBe(false);
  });

  test('is the same however a keyboard writes its accents', async () => {
    const hash = await hashPassword('cr\u00e8me br\u00fbl\u00e9e au four');
    expect(await isPassword('cre\u0300me bru\u0302le\u0301e au four', hash)).toBe(true);
  });

  test('is kept differently each time', async () => {
    expect(await hashPassword('tractor violin marmalade')).not.toBe(await hashPassword('tractor violin marmalade'));
  });

  test('of nobody is never right', async () => {
    for (const password of ['', 'A'.repeat(43), 'tractor violin marmalade']) {
      expect(await isPassword(password, undefined)).toBe(false);
      expect(await isPassword(password, null)).toBe(false);
      expect(await isPassword(password, '')).toBe(false);
    }
  });
});

describe('a password is refused', () => {
  const priya = { name: 'Priya Shah', email: 'priya.shah@dunmere.example' };
  test.each([
    ['short', 'too-short'],
    ['elevenchars', 'too-short'],
    ['👨‍👩‍👧👨‍👩‍👧', 'too-short'],
    ['x'.repeat(201), 'too-long'],
    ['123456789012', 'common'],
    ['qwertyuiop123', 'common'],
    ['1q2w3e4r5t6y', 'common'],
    ['unbelievable', 'common'],
    ['Unbelievable', 'common'],
    ['Liverpool2024!', 'common-with-digits'],
    ['!!Password2026', 'common-with-digits'],
    ['p4$$w0rd-2026', 'common-with-digits'],
    ['0192837465647', 'common-with-digits'],
    ['xylxylxylxyl', 'repeats'],
    ['zzzzzzzzzzzzz', 'repeats'],
    ['tulip7tulip7', 'repeats'],
    ['priyashah2026', 'about-you'],
    ['Shah-Priya-Dunmere', 'about-you'],
    ['Concordat-Priya', 'about-you'],
  ] as const)('%j: %s', (password, because) => {
    expect(weaknessOf(password, priya)).toBe(because);
  });

  test.each([
    'tractor violin marmalade',
    'correct horse battery',
    'sjK2-oo9-qqLpx',
    'påskelilje i mai',
    'Shah plays the tuba badly',
  ])('but not %j', (password) => expect(weaknessOf(password, priya)).toBeUndefined());

  test('if it is on a list of more than ten thousand long ones, or built on one of as many short ones', () => {
    const { whole, roots } = commonPasswords();
    expect(whole.size).toBeGreaterThan(10_000);
    expect(roots.size).toBeGreaterThan(10_000);
    for (const password of [...whole].slice(0, 500)) expect(weaknessOf(password.toUpperCase(), priya)).toBeDefined();
  });
});

describe('a mailbox that several people read', () => {
  test.each([
    'safeguarding@school.example',
    'mash@council.example',
    'mash.duty@council.example',
    'dunmere-lscp@council.example',
    'head@school.example',
    'head.teacher@school.example',
    'office@school.example',
    'info@charity.example',
    'admin2@school.example',
    'childrens.referrals@nhs.example',
    'noreply@council.example',
    'dsl@school.example',
    'board.business.support@council.example',
    'duty+mash@council.example',
    '123@council.example',
  ])('%s is one', (address) => expect(isSharedMailbox(address)).toBe(true));
  test.each([
    'priya.shah@council.example',
    'j.head@school.example',
    'anna.board@nhs.example',
    'p.king@police.example',
    'jhall2@school.example',
    'infanta.lopez@nhs.example',
    'maria.school@charity.example',
    'o.duffy@council.example',
  ])('%s is not', (address) => expect(isSharedMailbox(address)).toBe(false));
});
