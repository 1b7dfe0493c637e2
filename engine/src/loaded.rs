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

    /// Whose the limit of a name is, as `usage` names limits: whom an entry has to name beside it. None where there is no such
    /// limit.
    ///
    /// ```
    /// use kessai::{Service, terms::LimitBearer};
    /// let service = Service::from_json(
    ///     r#"{ "format": 1, "id": "bank", "version": "1", "currency": "JPY", "utcOffset": "+09:00",
    ///          "businesses": {}, "rights": {} }"#,
    /// )?;
    /// assert_eq!(service.limit_bearer("accountPerDay.total"), Some(LimitBearer::Account));
    /// assert_eq!(service.limit_bearer("perMonth"), None);
    /// # Ok::<(), kessai::Findings>(())
    /// ```
    #[must_use]
    pub fn limit_bearer(&self, name: &str) -> Option<crate::terms::LimitBearer> {
        let limits = &self.model.limits;
        limits.get(limits.find(name)?).map(|limit| limit.bearer)
    }

    /// The keys of the operations that the bank itself declares (銀行が定める操作), in the order of the document.
    pub fn own_operations(&self) -> impl Iterator<Item = &str> {
        self.model.operations.iter().map(|own| &*own.key)
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

    /// Every id and key that a request or an answer may name, each with what it is of: for hosts that keep them in fields of their
    /// own, and have to know beforehand that they fit.
    pub fn every_name(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let (company, service) = (&*self.model, &*self.model.service);
        let people = company.people.iter().map(|person| ("user", &*person.id));
        let accounts = company.accounts.iter().map(|account| ("account", &*account.id));
        let groups = company.groups.iter().map(|group| ("group", &*group.key));
        let rows = company.businesses.iter().flat_map(|business| business.policy.rows.iter());
        let policies = rows.map(|row| ("policy", &*row.key));
        let businesses = service.businesses.iter().map(|business| ("business", &*business.key));
        let limits = (0..).map_while(|at| service.limits.get(at)).map(|limit| ("limit", &*limit.key));
        let patterns = service.patterns.iter().map(|pattern| ("pattern", &**pattern));
        let conditions = service.access.conditions.iter().map(|condition| ("condition", &*condition.key));
        let attributes = service.access.attributes.iter().map(|attribute| ("attribute", &*attribute.name));
        let own = people.chain(accounts).chain(groups).chain(policies);
        own.chain(businesses).chain(limits).chain(patterns).chain(conditions).chain(attributes)
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
