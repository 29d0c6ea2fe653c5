//! Who belongs to whom.

use super::{
    cast::admin,
    stage::{Stage, player},
};
use chartkey_vocabulary::{Message, RegistryMessage};

/// A guardian, a house with a doctor, a doctor proposed.
pub(super) async fn tie(stage: &mut Stage) -> anyhow::Result<()> {
    let (ada, ben, grace) = (player("Ada"), player("Ben"), player("Grace"));
    let (lin, house, admin) = (player("DrLin"), player("Lindenhof"), admin(stage));
    let at = stage.now().await?;

    let done = at.registry().guards(grace.account, ben.account).await?;
    let message = Message::Registry(RegistryMessage::AppointGuardian { guardian: grace.account });
    stage.unless(done, ("guardian", "//Grace acts for //Ben".into()), &ben, message).await?;

    let done = at.registry().affiliated(house.account, lin.account).await?.is_some();
    let message = Message::Registry(RegistryMessage::Affiliate { doctor: lin.account });
    stage.unless(done, ("house", "//DrLin belongs to //Lindenhof".into()), &house, message).await?;

    let done = at.registry().assignment(ada.account).await?.is_some();
    let message = Message::Registry(RegistryMessage::Assign { patient: ada.account, doctor: lin.account });
    stage.unless(done, ("proposal", "//DrLin is proposed to //Ada".into()), &admin, message).await?;
    Ok(())
}
