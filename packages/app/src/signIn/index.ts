export { signInModule } from './signInModule';
export { readDemoPeople } from './demoPeople';
export { chosenPerson, switchPerson } from './chosenPerson';
