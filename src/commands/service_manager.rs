//! The messages to systemd (`sd_notify`): the program serves, lives, and stops. Elsewhere nothing
//! happens.

use sd_notify::{NotifyState, notify, watchdog_enabled};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

/// Tells that the site is served, then as often as a watchdog asks for that the program lives, and
/// at the end that it stops. The task that is returned ends when that is told.
pub fn ready(stopping: CancellationToken) -> JoinHandle<()> {
    tell(NotifyState::Ready);
    if let Some(longest) = watchdog_enabled() {
        tokio::spawn(async move {
            let mut ticks = tokio::time::interval(longest / 3);
            loop {
                ticks.tick().await;
                tell(NotifyState::Watchdog);
            }
        });
    }
    tokio::spawn(async move {
        stopping.cancelled().await;
        tell(NotifyState::Stopping);
    })
}

fn tell(state: NotifyState<'_>) {
    if let Err(error) = notify(&[state]) {
        tracing::debug!(%error, "systemd could not be told");
    }
}
