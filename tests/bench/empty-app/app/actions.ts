'use server';

export async function nothingAction() {
  return 1;
}
