import { Option } from 'commander';

/** Who is listened to where prose, schema and SDK disagree. */
export function profileOption(): Option {
  return new Option(
    '--profile <profile>',
    'strict: what any of prose, schema and SDK refuses is an error; lenient: what one of them takes isn’t',
  )
    .choices(['strict', 'lenient'])
    .default('lenient');
}
