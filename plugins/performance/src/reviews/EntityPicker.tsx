import { useId, useMemo, useState } from 'react';
import {
  DEFAULT_NAMESPACE,
  Entity,
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

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'spec.profile',
];

function toChoice(entity: Entity): EntityChoice {
  const profile: { displayName?: string } = Object(entity.spec?.profile);
  return {
    entityRef: stringifyEntityRef(entity),
    title: entity.metadata.title ?? profile.displayName ?? entity.metadata.name,
  };
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
    fields: FIELDS,
    limit: SHOWN,
  });
  return items.map(toChoice);
}

/** What the catalog calls entities; those that it doesn't have go by their names. */
async function lookUp(
  catalog: CatalogApi,
  entityRefs: string[],
): Promise<EntityChoice[]> {
  const { items } = await catalog.getEntitiesByRefs({
    entityRefs,
    fields: FIELDS,
  });
  return items.flatMap(entity => (entity ? [toChoice(entity)] : []));
}

/** `checkout · component`, with the namespace where it isn't the usual one. */
function describe(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const full = namespace === DEFAULT_NAMESPACE ? name : `${namespace}/${name}`;
  return `${kind} ${full}`;
}

/** What both pickers have in common: options that are looked up while one types, and titles of what is chosen. */
function useEntityChoices(kinds: string[], entityRefs: string[]) {
  const catalog = useApi(catalogApiRef);
  const [text, setText] = useState('');
  const [term, setTerm] = useState('');
  useDebounce(() => setTerm(text.trim()), TYPING_PAUSE_MS, [text]);
  const { value, error } = useAsync(
    async () => ({ term, found: await find(catalog, kinds, term) }),
    [catalog, kinds.join(), term],
  );
  const upToDate = value?.term === text.trim();

  const [titles, setTitles] = useState<Record<string, string>>({});
  const nameless = entityRefs.filter(ref => titles[ref] === undefined);
  useAsync(async () => {
    if (nameless.length > 0) {
      const named = await lookUp(catalog, nameless);
      setTitles(known => ({
        ...known,
        ...Object.fromEntries(nameless.map(ref => [ref, nameOf(ref)])),
        ...Object.fromEntries(named.map(one => [one.entityRef, one.title])),
      }));
    }
  }, [catalog, nameless.join()]);
  const described = JSON.stringify(
    entityRefs.map(
      (entityRef): EntityChoice => ({
        entityRef,
        title: titles[entityRef] ?? nameOf(entityRef),
      }),
    ),
  );
  // The field empties itself whenever it is handed other objects, be they of the same content.
  const chosen = useMemo<EntityChoice[]>(
    () => JSON.parse(described),
    [described],
  );

  // Not those of what was typed before: one of them might be taken by mistake.
  const found = upToDate ? value.found : [];
  return {
    found,
    /** All that the field may hold: it complains of a value that isn't among its options. */
    options: [
      ...found.filter(one => !entityRefs.includes(one.entityRef)),
      ...chosen,
    ],
    loading: !upToDate && !error,
    error,
    setText,
    chosen,
    /** Remembers what chosen ones are called. */
    remember: (choices: EntityChoice[]) =>
      setTitles(known => ({
        ...known,
        ...Object.fromEntries(choices.map(one => [one.entityRef, one.title])),
      })),
  };
}

function nameOf(entityRef: string): string {
  return parseEntityRef(entityRef).name;
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
  const { found, options, loading, error, setText, chosen, remember } =
    useEntityChoices(kinds, entityRef ? [entityRef] : []);
  return (
    <Autocomplete
      id={id}
      value={chosen.at(0) ?? null}
      options={options}
      loading={loading}
      filterOptions={() => found}
      getOptionLabel={choice => choice.title}
      getOptionSelected={(one, other) => one.entityRef === other.entityRef}
      renderOption={choice => <Option choice={choice} />}
      onChange={(_event, choice) => {
        remember(choice ? [choice] : []);
        onChange(choice?.entityRef);
      }}
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
  const { found, options, loading, error, setText, chosen, remember } =
    useEntityChoices(kinds, entityRefs);
  return (
    <Autocomplete
      multiple
      filterSelectedOptions
      id={id}
      value={chosen}
      options={options}
      loading={loading}
      filterOptions={() =>
        found.filter(({ entityRef }) => !entityRefs.includes(entityRef))
      }
      getOptionLabel={choice => choice.title}
      getOptionSelected={(one, other) => one.entityRef === other.entityRef}
      renderOption={choice => <Option choice={choice} />}
      onChange={(_event, choices) => {
        remember(choices);
        onChange(choices.map(choice => choice.entityRef));
      }}
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
