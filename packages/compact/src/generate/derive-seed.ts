import { hash } from 'node:crypto';

/** The seed of a part of what `base` seeds: the first 8 bytes, big-endian, of SHA-256 over `<base>:<name>`. Unsigned 64-bit. */
export function deriveSeed(base: bigint, name: string): bigint {
  return seedOf(`${base}:${name}`);
}

/** The seed of a run's case: as `deriveSeed`, over `<namespace>:<seed group>:<slot>`. Slots count from 0. */
export function deriveCaseSeed(namespace: string, seedGroup: string, slot: number): bigint {
  return seedOf(`${namespace}:${seedGroup}:${slot}`);
}

/** What the case seeds of a run hang on: `<suite key>@<suite version>/<template key>@<template version>`. */
export function caseNamespace(
  suite: { readonly key: string; readonly version: string },
  template: { readonly key: string; readonly version: string },
): string {
  return `${suite.key}@${suite.version}/${template.key}@${template.version}`;
}

function seedOf(text: string): bigint {
  return BigInt(`0x${digest(text).slice(0, 16)}`);
}

/** SHA-256 over UTF-8, in hexadecimal digits. */
export function digest(text: string): string {
  return hash('sha256', text, 'hex');
}
