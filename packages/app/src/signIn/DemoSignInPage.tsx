import { ProxiedSignInPage } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { useState } from 'react';
import { chosenPerson } from './chosenPerson';
import { DemoIdentity } from './DemoIdentity';
import { readDemoPeople } from './demoPeople';
import { PeopleGallery } from './PeopleGallery';
import { SignInFailure } from './SignInFailure';

/** Lets one choose whom to sign in as; the choice is remembered until signing out. */
export const DemoSignInPage = (props: SignInPageProps) => {
  const config = useApi(configApiRef);
  const people = readDemoPeople(config);
  const [userEntityRef, setUserEntityRef] = useState(() => {
    const remembered = chosenPerson.get();
    return people.some(person => person.userEntityRef === remembered)
      ? remembered
      : undefined;
  });

  if (!userEntityRef) {
    return (
      <PeopleGallery
        people={people}
        onChoose={person => {
          chosenPerson.set(person.userEntityRef);
          setUserEntityRef(person.userEntityRef);
        }}
      />
    );
  }

  return (
    <ProxiedSignInPage
      provider="demo"
      headers={{ 'x-demo-user': userEntityRef }}
      onSignInSuccess={identity =>
        props.onSignInSuccess(new DemoIdentity(identity))
      }
      ErrorComponent={({ error }) => (
        <SignInFailure
          error={error}
          onChooseAgain={() => {
            chosenPerson.clear();
            setUserEntityRef(undefined);
          }}
        />
      )}
    />
  );
};
