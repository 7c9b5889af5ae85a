/** The partnership that closes, as those it goes into know it. */
export interface Origin {
  partnership: string;
  slug: string;
  name: string;
  shortName: string;
}

/** What something became in a partnership that goes on. */
export interface Came {
  kind: string;
  /** Its identifier there, and its title. */
  id: string;
  title: string;
  /** Its identifier here. */
  became: string;
  /** Whether it was here already. */
  joined: boolean;
}

/** What comes from one partnership into another, while it is carried: from each identifier there to the one here. */
export class Arriving {
  readonly from: Origin;
  readonly came: Came[] = [];
  readonly #became = new Map<string, Came>();
  readonly #same: ReadonlyMap<string, string>;

  /** @param same what the operator says is the same: its identifier there to the one here */
  constructor(from: Origin, same: ReadonlyMap<string, string>) {
    this.from = from;
    this.#same = same;
  }

  /**
   * Says what an item is here: what the operator said it is the same as, or what is already `there`, or else what `add` makes.
   *
   * @returns its identifier here, and whether it was here already
   */
  async bring(
    item: Pick<Came, 'kind' | 'id' | 'title'>,
    there: string | undefined,
    add: () => Promise<string>,
  ): Promise<Came> {
    const known = this.#same.get(item.id) ?? there;
    const came = { ...item, became: known ?? (await add()), joined: known !== undefined };
    this.came.push(came);
    this.#became.set(item.id, came);
    return came;
  }

  /** What it became here; undefined where it did not come along. */
  find(id: string | undefined): string | undefined {
    return id === undefined ? undefined : this.#became.get(id)?.became;
  }

  /** @throws {Error} where it did not come along: what needs it should not have either */
  idOf(id: string): string {
    const found = this.find(id);
    if (found === undefined) throw new Error(`${id} has not come along from ${this.from.slug}`);
    return found;
  }

  /** Whether it came along and was here already. */
  hasJoined(id: string): boolean {
    return this.#became.get(id)?.joined === true;
  }

  /** An address inside the partnership there, as it is here. */
  pathOf(path: string): string {
    return path.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => this.find(id) ?? id);
  }
}
