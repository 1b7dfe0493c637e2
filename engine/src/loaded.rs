//! What is loaded: the rules of a bank, and the settings of one of its customers.

use alloc::sync::Arc;

use crate::model::company::CompanyModel;
use crate::model::service::ServiceModel;

/// What was doubtful when a document was read.
#[cfg(feature = "documents")]
pub(crate) type Warnings = Arc<crate::finding::Findings>;

/// Nothing: no document is read.
#[cfg(not(feature = "documents"))]
pub(crate) type Warnings = ();

/// What a bank offers, checked: the first of the two documents a request is decided by.
///
/// Cheap to clone, immutable, and shared by the companies that are loaded against it.
#[derive(Clone, Debug)]
pub struct Service {
    pub(crate) model: Arc<ServiceModel>,
    pub(crate) warnings: Warnings,
}

impl Service {
    /// The document's `id`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.model.id
    }

    /// The currency of every amount.
    #[must_use]
    pub fn currency(&self) -> crate::money::Currency {
        self.model.currency
    }

    /// The document's `version`.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.model.version
    }

    /// The fingerprint of the document's meaning: 32 hexadecimal digits, the same whatever its white space, the order of
    /// its keys and sets, its labels, and the defaults that it writes out.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.model.digest
    }
}

/// What one customer has set, checked against its service: the second of the two documents.
///
/// Cheap to clone and immutable.
#[derive(Clone, Debug)]
pub struct Company {
    pub(crate) model: Arc<CompanyModel>,
    pub(crate) service: Service,
    pub(crate) warnings: Warnings,
}

impl Company {
    /// The company of a model that was checked when its documents were read.
    pub(crate) fn of_model(model: CompanyModel) -> Self {
        let service = Service { model: Arc::clone(&model.service), warnings: Warnings::default() };
        Self { model: Arc::new(model), service, warnings: Warnings::default() }
    }

    /// The service that the company was loaded against.
    #[must_use]
    pub fn service(&self) -> &Service {
        &self.service
    }

    /// The document's `id`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.model.id
    }

    /// The fingerprint of the document's meaning, as [`Service::digest`]; for a part, that of the whole document where the
    /// part states it.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.model.digest
    }
}
