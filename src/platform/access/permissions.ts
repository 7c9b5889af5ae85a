/** Who may do what in one duty, as data: the guide's role page and the isolation matrix are made from it. */
export type PermissionTable<Role extends string> = Readonly<Record<string, Permission<Role>>>;

export interface Permission<Role extends string> {
  /** What it lets somebody do, after "may": "read England's judgements". */
  title: string;
  roles: readonly Role[];
}

/** The permissions of all duties together, and quick answers about them. */
export class Permissions<Role extends string> {
  readonly table: PermissionTable<Role>;
  readonly #ofRole: ReadonlyMap<Role, ReadonlySet<string>>;

  /** @throws {Error} when two duties use one name */
  constructor(tables: readonly PermissionTable<Role>[]) {
    const all = tables.flatMap((table) => Object.entries(table));
    this.table = Object.fromEntries(all);
    if (Object.keys(this.table).length !== all.length) throw new Error('two permissions have one name');
    const roles = new Set(all.flatMap(([, permission]) => permission.roles));
    const granted = (role: Role) =>
      all.filter(([, permission]) => permission.roles.includes(role)).map(([name]) => name);
    this.#ofRole = new Map([...roles].map((role) => [role, new Set(granted(role))]));
  }

  /** What somebody who holds `roles` may do. */
  of(roles: readonly Role[]): ReadonlySet<string> {
    const [only, ...others] = roles;
    if (only !== undefined && others.length === 0) return this.#ofRole.get(only) ?? none;
    return new Set(roles.flatMap((role) => [...(this.#ofRole.get(role) ?? none)]));
  }
}

const none: ReadonlySet<string> = new Set();
