// Ends well when node_modules holds what package-lock.json asks for: npm keeps an account of what it has put there, and only
// writes it when it is done. Runs on any Node.js, because it runs before ours is there.
import { existsSync, readFileSync } from 'node:fs';

const packagesIn = (path) => {
  const file = new URL(path, import.meta.url);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
};

const there = packagesIn('../node_modules/.package-lock.json');
const missing = Object.entries(packagesIn('../package-lock.json')).filter(
  ([path, wanted]) => path !== '' && (there[path] ? there[path].version !== wanted.version : !wanted.optional),
);
process.exitCode = missing.length === 0 ? 0 : 1;
