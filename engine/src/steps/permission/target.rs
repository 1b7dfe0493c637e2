//! Whom may an operation of administration be done to? (`docs/rules.md`, section 4.3)

use crate::reason::{Code, Field, Refusal};
use crate::steps::Context;
use crate::terms::{CertificateState, OneTimePasswordState, Operation, Role};
use crate::verdict::Verdict;

/// Runs the checks of the operations that are done to somebody.
pub(crate) fn run(context: &Context<'_, '_>, operation: Operation, verdict: &mut Verdict<'_>) {
    let somebody = matches!(
        operation,
        Operation::EditUser
            | Operation::DeleteUser
            | Operation::RevokeCertificate
            | Operation::UnlockOneTimePassword
            | Operation::RevokeToken
    );
    if !somebody {
        return;
    }
    let target = context.request.target.unwrap_or_default();
    match target.user {
        None => verdict.miss(Field::TargetUser),
        Some(at) => person(context, operation, at, verdict),
    }
    match operation {
        Operation::RevokeCertificate => match target.certificate_state {
            None => verdict.miss(Field::TargetCertificateState),
            Some(CertificateState::Issued) => {}
            Some(_) => {
                verdict
                    .refuse(Refusal::new(Code::PermissionTargetCertificate, Field::TargetCertificateState));
            }
        },
        Operation::UnlockOneTimePassword | Operation::RevokeToken => match target.one_time_password_state {
            None => verdict.miss(Field::TargetOneTimePasswordState),
            Some(OneTimePasswordState::Stopped) => {}
            Some(OneTimePasswordState::InUse) if operation == Operation::RevokeToken => {}
            Some(_) => {
                verdict.refuse(Refusal::new(
                    Code::PermissionTargetOneTimePassword,
                    Field::TargetOneTimePasswordState,
                ));
            }
        },
        _ => {}
    }
}

/// Nobody deletes himself or the master, whose own lock is lifted by the bank.
fn person(context: &Context<'_, '_>, operation: Operation, at: u16, verdict: &mut Verdict<'_>) {
    let deletes = operation == Operation::DeleteUser;
    if deletes && context.user.is_some_and(|(user, _)| user == at) {
        verdict.refuse(Refusal::new(Code::PermissionTargetSelf, Field::TargetUser));
    }
    let person = context.company.people.get(usize::from(at));
    let spared = deletes || operation == Operation::UnlockOneTimePassword;
    if spared && person.is_some_and(|person| person.role == Role::Master) {
        verdict.refuse(Refusal::new(Code::PermissionTargetMaster, Field::TargetUser));
    }
}

#[cfg(test)]
mod tests;
