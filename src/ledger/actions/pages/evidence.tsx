import { formatDay } from '../../../platform/calendar/in-words.ts';
import { FileList } from '../../../platform/files/file-parts.tsx';
import type { StoredFile } from '../../../platform/files/stored-file.ts';
import type { Evidence } from '../../evidence/evidence.store.ts';
import { whoSaid } from './entries.tsx';

interface EvidenceListProps {
  evidence: readonly Evidence[];
  /** The files among it, by id. */
  files: ReadonlyMap<string, StoredFile>;
  names: ReadonlyMap<string, string>;
  here: string;
  mayAdd: boolean;
}

/** What shows that something is so: the words, the page or the file, who added it and when. */
export const EvidenceList = ({ evidence, files, names, here, mayAdd }: EvidenceListProps) => (
  <>
    {evidence.length === 0 ? (
      <p>Nothing yet. It can be said to be done once something shows it.</p>
    ) : (
      <ul class="govuk-list">
        {evidence.map((one) => (
          <li key={one.id}>
            <Shown evidence={one} file={one.file === undefined ? undefined : files.get(one.file)} here={here} />
            <br />
            <span class="quiet">
              {formatDay(one.addedOn, 'plain')}, {whoSaid(one, names)}
            </span>
            {one.withdrawnOn && <span> (withdrawn on {formatDay(one.withdrawnOn, 'plain')})</span>}
            {mayAdd && !one.withdrawnOn && (
              <>
                <br />
                <a class="govuk-link" href={`${here}/evidence/${one.id}/withdraw`}>
                  Withdraw<span class="govuk-visually-hidden"> {one.title}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    )}
    {mayAdd && (
      <p>
        <a class="govuk-link" href={`${here}/evidence/add`}>
          Add evidence
        </a>
      </p>
    )}
  </>
);

interface ShownProps {
  evidence: Evidence;
  file: StoredFile | undefined;
  here: string;
}

const Shown = ({ evidence: { id, title, address }, file, here }: ShownProps) => (
  <>
    {address === '' ? (
      title
    ) : (
      <a class="govuk-link" href={address} rel="noreferrer noopener">
        {title}
      </a>
    )}
    {file && <FileList files={[file]} hrefOf={() => `${here}/evidence/${id}/file`} />}
  </>
);
