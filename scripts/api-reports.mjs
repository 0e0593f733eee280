/**
 * Writes down the public API of every published package, so that a change of it shows in review: one
 * `report.api.md` next to each package.json, and a `report-<entry>.api.md` for every further entry point.
 *
 *   yarn tsc && yarn api-reports        writes the reports
 *   yarn tsc && yarn api-reports --ci   fails when a report differs, and writes nothing
 */
import {
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import {
  CompilerState,
  Extractor,
  ExtractorConfig,
} from '@microsoft/api-extractor';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const isCheck = process.argv.includes('--ci');

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** The declaration that tsc makes of a source file. */
function declarationOf(packageFolder, source) {
  return join(
    root,
    'dist-types',
    relative(root, packageFolder),
    source.replace(/\.tsx?$/, '.d.ts'),
  );
}

function findEntryPoints() {
  const entryPoints = [];
  for (const file of globSync('{plugins,packages}/*/package.json', {
    cwd: root,
  })) {
    const path = join(root, file);
    const manifest = readJson(path);
    // A command line tool has no API but its commands.
    if (manifest.private || manifest.backstage.role === 'cli') {
      continue;
    }
    const folder = dirname(path);
    const exported = manifest.exports ?? { '.': manifest.main };
    for (const [name, source] of Object.entries(exported)) {
      if (!/\.tsx?$/.test(source)) {
        continue;
      }
      const entry = name.replace(/^\.\/?/, '');
      entryPoints.push({
        folder,
        manifest: path,
        module: entry ? `${manifest.name}/${entry}` : manifest.name,
        declaration: declarationOf(folder, source),
        report: entry ? `report-${entry}.api.md` : 'report.api.md',
      });
    }
  }
  return entryPoints.sort((a, b) => a.module.localeCompare(b.module));
}

function createConfig(entryPoint, entryPoints, temporaryFolder) {
  return ExtractorConfig.prepare({
    configObject: {
      mainEntryPointFilePath: entryPoint.declaration,
      projectFolder: entryPoint.folder,
      newlineKind: 'lf',
      compiler: {
        overrideTsconfig: {
          ...readJson(join(root, 'tsconfig.json')),
          extends: undefined,
          include: [],
          files: entryPoints.map(({ declaration }) => declaration),
          compilerOptions: {
            ...readJson(
              join(root, 'node_modules/@backstage/cli/config/tsconfig.json'),
            ).compilerOptions,
            incremental: false,
            skipLibCheck: true,
            baseUrl: root,
            rootDir: root,
            types: ['node'],
          },
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: entryPoint.report,
        reportFolder: entryPoint.folder,
        reportTempFolder: temporaryFolder,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: 'error' } },
        extractorMessageReporting: {
          default: { logLevel: 'warning', addToApiReportFile: true },
          'ae-undocumented': { logLevel: 'none' },
          // The other packages of this repository are TypeScript sources to Node.js resolution; none of their
          // text gets into a report.
          'ae-wrong-input-file-type': { logLevel: 'none' },
        },
        tsdocMessageReporting: { default: { logLevel: 'none' } },
      },
    },
    packageJsonFullPath: entryPoint.manifest,
    configObjectFullPath: undefined,
  });
}

const entryPoints = findEntryPoints();
const missing = entryPoints.filter(
  ({ declaration }) => !existsSync(declaration),
);
if (missing.length > 0) {
  console.error(
    `Run \`yarn tsc\` first: there is no ${missing
      .map(({ declaration }) => relative(root, declaration))
      .join(', ')}`,
  );
  process.exit(1);
}

const temporaryFolder = mkdtempSync(join(tmpdir(), 'api-reports-'));
let compilerState;
let failed = false;
try {
  for (const entryPoint of entryPoints) {
    const config = createConfig(entryPoint, entryPoints, temporaryFolder);
    compilerState ??= CompilerState.create(config, {
      additionalEntryPoints: entryPoints.map(({ declaration }) => declaration),
    });
    const problems = [];
    const result = Extractor.invoke(config, {
      localBuild: !isCheck,
      compilerState,
      messageCallback: message => {
        message.handled = true;
        if (message.logLevel === 'error') {
          problems.push(message.formatMessageWithLocation(root));
        }
      },
    });
    const report = relative(root, join(entryPoint.folder, entryPoint.report));
    if (problems.length > 0) {
      failed = true;
      console.error([`${entryPoint.module}:`, ...problems].join('\n  '));
    } else if (result.apiReportChanged) {
      failed ||= isCheck;
      console.log(
        isCheck
          ? `${report} is not current. Run \`yarn tsc && yarn api-reports\` and commit the result.`
          : `Wrote ${report}`,
      );
    }
  }
} finally {
  rmSync(temporaryFolder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
