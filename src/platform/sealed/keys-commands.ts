import { existsSync } from 'node:fs';
import type { Command } from '../command.ts';
import { makeMasterKey, readMasterKey, replaceMasterKey } from './master-key.ts';
import { replacePartnershipKeys, rewrapPartnershipKeys } from './rotate.ts';

/** `concordat keys make` */
const keysMake: Command = {
  name: 'keys make',
  summary: 'Make the master key where there is none; with --replace, a new one above those in the key file',
  options: [{ flag: '--replace', summary: 'put a new key above those in the file; "keys rotate" then puts it to use' }],
  needs: 'nothing',
  async run({ config: { keyFile }, json, print, tell }, _args, options) {
    const there = existsSync(keyFile);
    if (there && options['replace'] !== true) {
      tell(`There is a master key at ${keyFile} already. Use --replace to put a new one above it.`);
      return 1;
    }
    if (!there) makeMasterKey(keyFile);
    const { id } = there ? replaceMasterKey(keyFile).current : readMasterKey(keyFile, false).current;
    tell('Keep a copy where no backup is kept: without it neither the sealed words nor the backups can be read.');
    print(json ? JSON.stringify({ key: id, file: keyFile }) : `Master key ${id} is in ${keyFile}`);
    return 0;
  },
};

/** `concordat keys rotate` */
const keysRotate: Command = {
  name: 'keys rotate',
  summary:
    'Wrap the keys below by the current master key, and give each partnership a new key; no sealed words are touched',
  options: [{ flag: '--partnership <slug>', summary: 'a new key for this partnership only' }],
  needs: 'database',
  async run({ config, connections, data, json, print }, _args, options) {
    const master = readMasterKey(config.keyFile, connections.embedded);
    const only = options['partnership'] === undefined ? undefined : String(options['partnership']);
    const partnershipKeys = await rewrapPartnershipKeys(data, master);
    const { cases: caseKeys, files: fileKeys } = await replacePartnershipKeys(data, master, only);
    const done = { masterKey: master.current.id, partnershipKeys, caseKeys, fileKeys };
    const inWords = `Wrapped anew under master key ${done.masterKey}: partnership keys ${partnershipKeys}, case keys ${caseKeys}, file keys ${fileKeys}.`;
    print(json ? JSON.stringify(done) : inWords);
    return 0;
  },
};

export const keysCommands: readonly Command[] = [keysMake, keysRotate];
