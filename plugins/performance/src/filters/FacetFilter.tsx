import { FacetOption, FacetOptions } from './FacetOptions';
import { FilterPopover } from './FilterPopover';

/** Chooses among the values something is found with. */
export function FacetFilter(props: {
  title: string;
  /** Absent while loading. */
  options?: FacetOption[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
}) {
  const { title, options = [], chosen, onChange } = props;
  return (
    <FilterPopover
      title={title}
      label={`Filter by ${title.toLowerCase()}`}
      count={chosen.length}
      disabled={options.length === 0 && chosen.length === 0}
    >
      <FacetOptions
        title={title}
        options={options}
        chosen={chosen}
        onChange={onChange}
      />
    </FilterPopover>
  );
}
