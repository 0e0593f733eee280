import { useId, useState } from 'react';
import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { CatalogApi, catalogApiRef } from '@backstage/plugin-catalog-react';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { mutedColour } from '@perf-governance/plugin-performance-react';
import useAsync from 'react-use/esm/useAsync';
import useDebounce from 'react-use/esm/useDebounce';

const TYPING_PAUSE_MS = 250;
const SHOWN = 20;

const useStyles = makeStyles(theme => ({
  // The list is outside of the page's surface, which sets its font.
  option: {
    fontFamily: `var(--bui-font-regular, ${theme.typography.fontFamily})`,
    fontSize: theme.typography.body2.fontSize,
    overflowWrap: 'anywhere',
  },
  detail: { color: mutedColour(theme) },
}));

/** An entity that can be chosen. */
interface EntityChoice {
  entityRef: string;
  title: string;
}

async function find(
  catalog: CatalogApi,
  kinds: string[],
  term: string,
): Promise<EntityChoice[]> {
  const { items } = await catalog.queryEntities({
    filter: { kind: kinds },
    fullTextFilter: {
      term,
      fields: ['metadata.name', 'metadata.title', 'spec.profile.displayName'],
    },
    orderFields: [{ field: 'metadata.name', order: 'asc' }],
    fields: [
      'kind',
      'metadata.name',
      'metadata.namespace',
      'metadata.title',
      'spec.profile',
    ],
    limit: SHOWN,
  });
  return items.map(entity => {
    const profile: { displayName?: string } = Object(entity.spec?.profile);
    return {
      entityRef: stringifyEntityRef(entity),
      title:
        entity.metadata.title ?? profile.displayName ?? entity.metadata.name,
    };
  });
}

/** `checkout · component`, with the namespace where it isn't the usual one. */
function describe(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const full = namespace === DEFAULT_NAMESPACE ? name : `${namespace}/${name}`;
  return `${kind} ${full}`;
}

/** What both pickers have in common: options that are looked up while one types. */
function useEntityChoices(kinds: string[]) {
  const catalog = useApi(catalogApiRef);
  const [text, setText] = useState('');
  const [term, setTerm] = useState('');
  useDebounce(() => setTerm(text.trim()), TYPING_PAUSE_MS, [text]);
  const [titles] = useState(() => new Map<string, string>());
  const { value, loading, error } = useAsync(async () => {
    const found = await find(catalog, kinds, term);
    for (const { entityRef, title } of found) {
      titles.set(entityRef, title);
    }
    return found;
  }, [catalog, kinds.join(), term, titles]);
  return {
    options: value ?? [],
    loading,
    error,
    setText,
    /** A chosen one, under the title that it was found with. */
    choiceOf: (entityRef: string): EntityChoice => ({
      entityRef,
      title: titles.get(entityRef) ?? parseEntityRef(entityRef).name,
    }),
  };
}

function Option(props: { choice: EntityChoice }) {
  const classes = useStyles();
  const { entityRef, title } = props.choice;
  return (
    <span className={classes.option}>
      {title} <span className={classes.detail}>{describe(entityRef)}</span>
    </span>
  );
}

interface EntityPickerProps {
  label: string;
  /** Of what can be chosen, in lower case. */
  kinds: string[];
  required?: boolean;
  helperText?: string;
}

/** Chooses one entity of the catalog. */
export function EntityPicker(
  props: EntityPickerProps & {
    entityRef: string | undefined;
    onChange: (entityRef: string | undefined) => void;
  },
) {
  const { label, kinds, required, helperText, entityRef, onChange } = props;
  const id = useId();
  const { options, loading, error, setText, choiceOf } =
    useEntityChoices(kinds);
  return (
    <Autocomplete
      id={id}
      value={entityRef ? choiceOf(entityRef) : null}
      options={options}
      loading={loading}
      filterOptions={found => found}
      getOptionLabel={choice => choice.title}
      getOptionSelected={(one, other) => one.entityRef === other.entityRef}
      renderOption={choice => <Option choice={choice} />}
      onChange={(_event, choice) => onChange(choice?.entityRef)}
      onInputChange={(_event, text, reason) =>
        setText(reason === 'input' ? text : '')
      }
      noOptionsText="Nothing of this name in the catalog"
      renderInput={parameters => (
        <TextField
          {...parameters}
          label={label}
          required={required}
          variant="outlined"
          error={error !== undefined}
          helperText={
            error?.message ?? (entityRef ? describe(entityRef) : helperText)
          }
        />
      )}
    />
  );
}

/** Chooses any number of entities of the catalog. */
export function EntitiesPicker(
  props: EntityPickerProps & {
    entityRefs: string[];
    onChange: (entityRefs: string[]) => void;
  },
) {
  const { label, kinds, required, helperText, entityRefs, onChange } = props;
  const id = useId();
  const { options, loading, error, setText, choiceOf } =
    useEntityChoices(kinds);
  return (
    <Autocomplete
      multiple
      filterSelectedOptions
      id={id}
      value={entityRefs.map(entityRef => choiceOf(entityRef))}
      options={options}
      loading={loading}
      filterOptions={found =>
        found.filter(({ entityRef }) => !entityRefs.includes(entityRef))
      }
      getOptionLabel={choice => choice.title}
      getOptionSelected={(one, other) => one.entityRef === other.entityRef}
      renderOption={choice => <Option choice={choice} />}
      onChange={(_event, choices) =>
        onChange(choices.map(choice => choice.entityRef))
      }
      onInputChange={(_event, text, reason) =>
        setText(reason === 'input' ? text : '')
      }
      noOptionsText="Nobody of this name in the catalog"
      renderInput={parameters => (
        <TextField
          {...parameters}
          label={label}
          required={required}
          variant="outlined"
          error={error !== undefined}
          helperText={error?.message ?? helperText}
        />
      )}
    />
  );
}
