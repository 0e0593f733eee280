import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  FindingDetail,
  performanceApiRef,
} from '@perf-governance/plugin-performance-react';
import { ActionDialog } from '../actions/ActionDialog';
import { errorMessage } from '../actions/errorMessage';
import { EntitiesPicker } from '../reviews/EntityPicker';
import {
  FindingDraft,
  FindingFields,
  isCompleteDraft,
  trimDraft,
} from './FindingFields';
import { FINDING_KINDS } from './findingKinds';
import { LinkFields, readLinks } from './LinkFields';
import { PlanFields } from './PlanFields';

function draftOf(finding: FindingDetail): FindingDraft {
  const { title, description, recommendation, category } = finding;
  const { severity, likelihood, effort, owner, dueDate } = finding;
  return {
    title,
    description,
    recommendation,
    category,
    severity,
    likelihood,
    effort,
    owner,
    dueDate,
  };
}

/** Changes what a finding says, or only who sees to it until when, as the reader may. */
export function EditFindingDialog(props: {
  finding: FindingDetail;
  onClose: () => void;
}) {
  const { finding, onClose } = props;
  const api = useApi(performanceApiRef);
  // Of what is being edited, so that nobody's change meanwhile is lost unseen.
  const [version, setVersion] = useState(finding.version);
  const [draft, setDraft] = useState(() => draftOf(finding));
  const [affected, setAffected] = useState(() =>
    finding.affected.map(({ entityRef }) => entityRef),
  );
  const [links, setLinks] = useState(finding.links);
  const mayEdit = finding.may.edit;

  const save = async () => {
    const { effort, owner, dueDate, ...contents } = trimDraft(draft);
    try {
      await api.findings.update(finding.id, {
        version,
        ...(mayEdit && contents),
        ...(mayEdit && isChanged(finding, affected) && { affected }),
        effort: effort ?? null,
        owner: owner ?? null,
        dueDate: dueDate ?? null,
        links: readLinks(links),
      });
    } catch (error) {
      if (!isConflict(error)) {
        throw error;
      }
      setVersion((await api.findings.get(finding.id)).version);
      throw new Error(
        `${errorMessage(
          error,
        )}. What you wrote is still here: save again to keep yours, or cancel to see theirs.`,
      );
    }
  };

  return (
    <ActionDialog
      title={mayEdit ? 'Edit this finding' : 'Plan this finding'}
      intro={
        mayEdit
          ? 'What is changed is kept in its history.'
          : 'Who sees to it, until when. What it says is changed by whoever may verify it.'
      }
      action="Save"
      ready={isCompleteDraft(draft)}
      onAction={save}
      onClose={onClose}
    >
      {mayEdit ? (
        <>
          <FindingFields draft={draft} onChange={setDraft} />
          <EntitiesPicker
            label="Further entities affected"
            kinds={FINDING_KINDS}
            entityRefs={affected}
            onChange={setAffected}
          />
        </>
      ) : (
        <PlanFields
          plan={draft}
          onChange={plan => setDraft({ ...draft, ...plan })}
        />
      )}
      <LinkFields links={links} onChange={setLinks} />
    </ActionDialog>
  );
}

function isConflict(error: unknown): error is ResponseError {
  return error instanceof ResponseError && error.statusCode === 409;
}

function isChanged(finding: FindingDetail, affected: string[]): boolean {
  const before = finding.affected.map(({ entityRef }) => entityRef);
  return before.join() !== affected.join();
}
