/** Name and value of what must appear in no file. */
export interface PlantedSecret {
  readonly name: string;
  readonly value: string;
}

const secretName = /KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL/i;
const leastCharacters = 8;

/** The variables of an environment that look like keys: by name, long enough to be one, neither a number nor a path. */
export function plantedSecrets(variables: NodeJS.ProcessEnv): PlantedSecret[] {
  return Object.entries(variables).flatMap(([name, value]) => {
    if (value === undefined || !secretName.test(name)) return [];
    if (value.length < leastCharacters || /^[\d.,]+$/.test(value) || value.startsWith('/')) return [];
    return [{ name, value }];
  });
}
