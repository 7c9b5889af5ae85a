import type { Permissions } from '../../src/platform/access/permissions.ts';
import type { Command } from '../../src/platform/command.ts';

const made = '<!-- Made from the program by `npm run docs`. Do not edit. -->';

const table = (heading: readonly string[], rows: readonly (readonly string[])[]) =>
  [heading, heading.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');

type RoleFacts = Readonly<Record<string, { title: string; about: string; factor: boolean }>>;

/** The guide's page of roles and permissions. */
export function rolesPage(roles: RoleFacts, { table: permissions }: Permissions<string>): string {
  const roleRows = Object.values(roles).map(({ title, about, factor }) => [title, about, factor ? 'yes' : 'no']);
  const permissionRows = Object.entries(permissions).map(([name, { title, roles: holders }]) => [
    `\`${name}\``,
    title,
    holders.length === Object.keys(roles).length
      ? 'every role'
      : holders.map((role) => roles[role]?.title ?? role).join(', '),
  ]);
  return `${made}

# Roles and what they may do

A person holds a role from a day to a day, perhaps for one agency or one group, and perhaps several at once; what they may do is
what any of their roles of today allows. A role says what somebody may *do*. What they can *see* is decided by the database: their own
partnership, and of restricted records only the cases whose team they are on.

## Roles

A role that opens restricted records, administers, or shows other agencies' unpublished work asks for a second factor at sign-in.

${table(['role', 'what it is', 'second factor'], roleRows)}

## Permissions

${table(['permission', 'may', 'who'], permissionRows)}
`;
}

/** The operators' page of the command line. */
export function commandLinePage(commands: readonly Command[]): string {
  return `${made}

# The command line

\`script/concordat\` followed by a command. Each has \`--help\`, and \`--json\` for an answer that a program can read on standard output; what
happens meanwhile goes to standard error. It ends with 0 when it is done, 2 when what was typed cannot be meant, and 1 otherwise, and
leaves no change half made. Where a command needs data and no \`DATABASE_URL\` is set, it starts the embedded database, brings it up to
date, and stops only what it started. What it reads from the environment is in [configuration](configuration.md).

${commands.map(sectionOf).join('\n\n')}
`;
}

function sectionOf({ name, summary, arguments: named = [], options = [], needs }: Command): string {
  const words = named.map((argument) => {
    const word = `${argument.name}${argument.many ? '…' : ''}`;
    return argument.required ? word : `[${word}]`;
  });
  const flags = options.map(({ flag, required }) => (required ? flag : `[${flag}]`));
  const explained = [
    ...named.map((one) => [one.name, one.summary]),
    ...options.map(({ flag, summary: text }) => [flag, text]),
  ];
  const first = needs === 'database' ? ' Brings the database up to date first.' : '';
  return [
    `## \`concordat ${name}\``,
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.${first}`,
    `\`\`\`sh\nscript/concordat ${[name, ...words, ...flags].join(' ')}\n\`\`\``,
    ...(explained.length
      ? [
          table(
            ['what', 'means'],
            explained.map(([what, means]) => [`\`${what}\``, means ?? '']),
          ),
        ]
      : []),
  ].join('\n\n');
}
