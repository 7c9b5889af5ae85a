import { permit } from '../../../platform/access/permit.ts';
import { formatDay } from '../../../platform/calendar/in-words.ts';
import { download, page } from '../../../platform/http/answers.ts';
import type { Handler } from '../../../platform/identity/doors.ts';
import { Actions, Downloads, Empty, PageTitle } from '../../../platform/ui/patterns.tsx';
import { DirectoryShell } from '../../directory-shell.tsx';
import type { SeatedScope } from '../../doors.ts';
import { listGroups } from '../group.store.ts';
import { type KindWords, kindWordsOf } from '../kind-words.ts';
import { isLive } from '../kinds.ts';
import { type GroupNode, treeOf } from '../structure.ts';
import { StructurePicture, structureAsFile } from '../structure-picture.tsx';

/** The groups that sit today, by who reports to whom. */
const treeToday = async (scope: SeatedScope): Promise<GroupNode[]> =>
  treeOf((await listGroups(scope)).filter((group) => isLive(group, scope.today)));

/** Who reports to whom: as a picture made from the groups there are, and the same as a list. */
export const showStructure: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'directory.read');
  return page(
    <StructurePage
      path={`/${scope.slug}/groups`}
      name={scope.seat.partnership.name}
      day={formatDay(scope.today, 'plain')}
      tree={await treeToday(scope)}
      words={await kindWordsOf(scope)}
    />,
  );
};

export const sendStructure: Handler<SeatedScope> = async (scope) => {
  permit(scope, 'directory.read');
  const { name } = scope.seat.partnership;
  const file = structureAsFile(
    await treeToday(scope),
    await kindWordsOf(scope),
    `Structure of ${name}`,
    formatDay(scope.today, 'plain'),
  );
  return download(`structure-${scope.today}.svg`, 'image/svg+xml; charset=utf-8', file);
};

interface StructureModel {
  path: string;
  name: string;
  day: string;
  tree: readonly GroupNode[];
  words: KindWords;
}

const StructurePage = ({ path, name, day, tree, words }: StructureModel) => (
  <DirectoryShell title="Structure" current="groups">
    <PageTitle title="Structure" lead={`Who reports to whom in ${name}, on ${day}.`} />
    <Actions actions={[{ text: 'See the groups', href: path }]} />
    {tree.length === 0 ? (
      <Empty title="No groups yet">As soon as there are groups, they stand here by whom they report to.</Empty>
    ) : (
      <>
        <div class="table-frame" role="group" aria-label="Picture of the structure" tabindex={0}>
          <StructurePicture tree={tree} words={words} />
        </div>
        <Downloads links={[{ text: 'Picture (SVG)', href: `${path}/structure.svg` }]} />
        <h2 class="govuk-heading-m section-title">The same as a list</h2>
        <Nodes nodes={tree} path={path} words={words} />
      </>
    )}
  </DirectoryShell>
);

const Nodes = ({ nodes, path, words }: { nodes: readonly GroupNode[]; path: string; words: KindWords }) => (
  <ul class="govuk-list govuk-list--bullet">
    {nodes.map(({ group: { id, name, kind }, below }) => (
      <li key={id}>
        <a class="govuk-link" href={`${path}/${id}`}>
          {name}
        </a>
        , {words[kind]}
        {below.length > 0 && <Nodes nodes={below} path={path} words={words} />}
      </li>
    ))}
  </ul>
);
