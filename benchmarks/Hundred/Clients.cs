namespace Integrations.Benchmarks.Hundred;

/// <summary>A hundred clients over a hundred vendors' documents, each whole.</summary>
internal static class Clients
{
    public static readonly Client[] All =
    [
        Client.Of<TwilioAccountsV1Client>(),
        Client.Of<TwilioAssistantsV1Client>(),
        Client.Of<TwilioBulkexportsV1Client>(),
        Client.Of<TwilioChatV1Client>(),
        Client.Of<TwilioChatV2Client>(),
        Client.Of<TwilioContentV1Client>(),
        Client.Of<TwilioEventsV1Client>(),
        Client.Of<TwilioFlexV2Client>(),
        Client.Of<TwilioIamOrganizationsClient>(),
        Client.Of<TwilioIamV1Client>(),
        Client.Of<TwilioInsightsV1Client>(),
        Client.Of<TwilioInsightsV2Client>(),
        Client.Of<TwilioIntelligenceV2Client>(),
        Client.Of<TwilioIpMessagingV1Client>(),
        Client.Of<TwilioIpMessagingV2Client>(),
        Client.Of<TwilioKnowledgeV1Client>(),
        Client.Of<TwilioLookupsV2Client>(),
        Client.Of<TwilioMarketplaceV1Client>(),
        Client.Of<TwilioMessagingV1Client>(),
        Client.Of<TwilioMessagingV2Client>(),
        Client.Of<TwilioMonitorV1Client>(),
        Client.Of<TwilioMonitorV2Client>(),
        Client.Of<TwilioNotifyV1Client>(),
        Client.Of<TwilioNumbersV1Client>(),
        Client.Of<TwilioNumbersV2Client>(),
        Client.Of<TwilioPreviewClient>(),
        Client.Of<TwilioPricingV1Client>(),
        Client.Of<TwilioPricingV2Client>(),
        Client.Of<TwilioProxyV1Client>(),
        Client.Of<TwilioRoutesV2Client>(),
        Client.Of<TwilioServerlessV1Client>(),
        Client.Of<TwilioStudioV1Client>(),
        Client.Of<TwilioStudioV2Client>(),
        Client.Of<TwilioSupersimV1Client>(),
        Client.Of<TwilioSyncV1Client>(),
        Client.Of<TwilioTrunkingV1Client>(),
        Client.Of<TwilioTrusthubV1Client>(),
        Client.Of<TwilioVerifyV2Client>(),
        Client.Of<TwilioVideoV1Client>(),
        Client.Of<TwilioVoiceV1Client>(),
        Client.Of<TwilioWirelessV1Client>(),
        Client.Of<AdyenA2apaymentsserviceV1Client>(),
        Client.Of<AdyenAccountserviceV6Client>(),
        Client.Of<AdyenBalancecontrolserviceV2Client>(),
        Client.Of<AdyenCapitalserviceV1Client>(),
        Client.Of<AdyenCheckoutserviceV72Client>(),
        Client.Of<AdyenClouddeviceserviceV1Client>(),
        Client.Of<AdyenDisputeserviceV30Client>(),
        Client.Of<AdyenFundserviceV6Client>(),
        Client.Of<AdyenLegalentityserviceV4Client>(),
        Client.Of<AdyenNotificationconfigurationserviceV6Client>(),
        Client.Of<AdyenPaymentserviceV68Client>(),
        Client.Of<AdyenPaymentsappserviceV1Client>(),
        Client.Of<AdyenPayoutserviceV68Client>(),
        Client.Of<AdyenRaisedisputesserviceV4Client>(),
        Client.Of<AdyenRecurringserviceV68Client>(),
        Client.Of<AdyenStoredvalueserviceV46Client>(),
        Client.Of<AdyenTerminalapiV1Client>(),
        Client.Of<AdyenTfmapiserviceV1Client>(),
        Client.Of<AdyenTransactionserviceV4Client>(),
        Client.Of<AdyenTransferserviceV4Client>(),
        Client.Of<HubspotCmsMediaBridgeV1Client>(),
        Client.Of<HubspotAutomationAutomationV4V4Client>(),
        Client.Of<HubspotCrmListsV3Client>(),
        Client.Of<HubspotCrmAppointmentsV3Client>(),
        Client.Of<HubspotMarketingMarketingEventsV3Client>(),
        Client.Of<HubspotMarketingMarketingEmailsV3Client>(),
        Client.Of<HubspotCrmCustomObjectsV3Client>(),
        Client.Of<HubspotCrmObjectsV3Client>(),
        Client.Of<HubspotMarketingMarketingEmailsV3V3Client>(),
        Client.Of<HubspotCmsPostsV3Client>(),
        Client.Of<HubspotCrmPropertiesV3Client>(),
        Client.Of<HubspotEventsManageEventDefinitionsV3Client>(),
        Client.Of<HubspotCrmAssociationsV4Client>(),
        Client.Of<HubspotCrmPipelinesV3Client>(),
        Client.Of<HubspotCrmCommerceSubscriptionsV3Client>(),
        Client.Of<HubspotConversationsConversationsV3Client>(),
        Client.Of<HubspotCmsHubdbV3Client>(),
        Client.Of<HubspotCrmAssociationsSchemaV4Client>(),
        Client.Of<HubspotAutomationActionsV4V4Client>(),
        Client.Of<HubspotMarketingCampaignsPublicApiV3Client>(),
        Client.Of<HubspotConversationsConversationsInboxMessagesV3Client>(),
        Client.Of<HubspotFilesFilesV3Client>(),
        Client.Of<HubspotWebhooksJournalWebhooksJournal202603Client>(),
        Client.Of<HubspotMarketingFormsV3Client>(),
        Client.Of<HubspotConversationsCustomChannelsV3Client>(),
        Client.Of<HubspotCrmLimitsTrackingV3Client>(),
        Client.Of<HubspotCmsAuthorsV3Client>(),
        Client.Of<HubspotSchedulerMeetingsV3Client>(),
        Client.Of<HubspotCmsTagsV3Client>(),
        Client.Of<HubspotCrmCompaniesV3Client>(),
        Client.Of<HubspotCrmTicketsV3Client>(),
        Client.Of<HubspotCrmDealsV3Client>(),
        Client.Of<HubspotCrmProductsV3Client>(),
        Client.Of<HubspotCrmLineItemsV3Client>(),
        Client.Of<HubspotCrmCommunicationsV3Client>(),
        Client.Of<HubspotCrmProjectsV3Client>(),
        Client.Of<HubspotCrmDiscountsV3Client>(),
        Client.Of<HubspotCrmQuotesV3Client>(),
        Client.Of<HubspotCrmCommercePaymentsV3Client>(),
    ];
}

[OpenApiClient("specs/twilio_accounts_v1.json")] [BearerAuth] internal sealed partial class TwilioAccountsV1Client;

[OpenApiClient("specs/twilio_assistants_v1.json")] [BearerAuth] internal sealed partial class TwilioAssistantsV1Client;

[OpenApiClient("specs/twilio_bulkexports_v1.json")] [BearerAuth] internal sealed partial class TwilioBulkexportsV1Client;

[OpenApiClient("specs/twilio_chat_v1.json")] [BearerAuth] internal sealed partial class TwilioChatV1Client;

[OpenApiClient("specs/twilio_chat_v2.json")] [BearerAuth] internal sealed partial class TwilioChatV2Client;

[OpenApiClient("specs/twilio_content_v1.json")] [BearerAuth] internal sealed partial class TwilioContentV1Client;

[OpenApiClient("specs/twilio_events_v1.json")] [BearerAuth] internal sealed partial class TwilioEventsV1Client;

[OpenApiClient("specs/twilio_flex_v2.json")] [BearerAuth] internal sealed partial class TwilioFlexV2Client;

[OpenApiClient("specs/twilio_iam_organizations.json")] [BearerAuth] internal sealed partial class TwilioIamOrganizationsClient;

[OpenApiClient("specs/twilio_iam_v1.json")] [BearerAuth] internal sealed partial class TwilioIamV1Client;

[OpenApiClient("specs/twilio_insights_v1.json")] [BearerAuth] internal sealed partial class TwilioInsightsV1Client;

[OpenApiClient("specs/twilio_insights_v2.json")] [BearerAuth] internal sealed partial class TwilioInsightsV2Client;

[OpenApiClient("specs/twilio_intelligence_v2.json")] [BearerAuth] internal sealed partial class TwilioIntelligenceV2Client;

[OpenApiClient("specs/twilio_ip_messaging_v1.json")] [BearerAuth] internal sealed partial class TwilioIpMessagingV1Client;

[OpenApiClient("specs/twilio_ip_messaging_v2.json")] [BearerAuth] internal sealed partial class TwilioIpMessagingV2Client;

[OpenApiClient("specs/twilio_knowledge_v1.json")] [BearerAuth] internal sealed partial class TwilioKnowledgeV1Client;

[OpenApiClient("specs/twilio_lookups_v2.json")] [BearerAuth] internal sealed partial class TwilioLookupsV2Client;

[OpenApiClient("specs/twilio_marketplace_v1.json")] [BearerAuth] internal sealed partial class TwilioMarketplaceV1Client;

[OpenApiClient("specs/twilio_messaging_v1.json")] [BearerAuth] internal sealed partial class TwilioMessagingV1Client;

[OpenApiClient("specs/twilio_messaging_v2.json")] [BearerAuth] internal sealed partial class TwilioMessagingV2Client;

[OpenApiClient("specs/twilio_monitor_v1.json")] [BearerAuth] internal sealed partial class TwilioMonitorV1Client;

[OpenApiClient("specs/twilio_monitor_v2.json")] [BearerAuth] internal sealed partial class TwilioMonitorV2Client;

[OpenApiClient("specs/twilio_notify_v1.json")] [BearerAuth] internal sealed partial class TwilioNotifyV1Client;

[OpenApiClient("specs/twilio_numbers_v1.json")] [BearerAuth] internal sealed partial class TwilioNumbersV1Client;

[OpenApiClient("specs/twilio_numbers_v2.json")] [BearerAuth] internal sealed partial class TwilioNumbersV2Client;

[OpenApiClient("specs/twilio_preview.json")] [BearerAuth] internal sealed partial class TwilioPreviewClient;

[OpenApiClient("specs/twilio_pricing_v1.json")] [BearerAuth] internal sealed partial class TwilioPricingV1Client;

[OpenApiClient("specs/twilio_pricing_v2.json")] [BearerAuth] internal sealed partial class TwilioPricingV2Client;

[OpenApiClient("specs/twilio_proxy_v1.json")] [BearerAuth] internal sealed partial class TwilioProxyV1Client;

[OpenApiClient("specs/twilio_routes_v2.json")] [BearerAuth] internal sealed partial class TwilioRoutesV2Client;

[OpenApiClient("specs/twilio_serverless_v1.json")] [BearerAuth] internal sealed partial class TwilioServerlessV1Client;

[OpenApiClient("specs/twilio_studio_v1.json")] [BearerAuth] internal sealed partial class TwilioStudioV1Client;

[OpenApiClient("specs/twilio_studio_v2.json")] [BearerAuth] internal sealed partial class TwilioStudioV2Client;

[OpenApiClient("specs/twilio_supersim_v1.json")] [BearerAuth] internal sealed partial class TwilioSupersimV1Client;

[OpenApiClient("specs/twilio_sync_v1.json")] [BearerAuth] internal sealed partial class TwilioSyncV1Client;

[OpenApiClient("specs/twilio_trunking_v1.json")] [BearerAuth] internal sealed partial class TwilioTrunkingV1Client;

[OpenApiClient("specs/twilio_trusthub_v1.json")] [BearerAuth] internal sealed partial class TwilioTrusthubV1Client;

[OpenApiClient("specs/twilio_verify_v2.json")] [BearerAuth] internal sealed partial class TwilioVerifyV2Client;

[OpenApiClient("specs/twilio_video_v1.json")] [BearerAuth] internal sealed partial class TwilioVideoV1Client;

[OpenApiClient("specs/twilio_voice_v1.json")] [BearerAuth] internal sealed partial class TwilioVoiceV1Client;

[OpenApiClient("specs/twilio_wireless_v1.json")] [BearerAuth] internal sealed partial class TwilioWirelessV1Client;

[OpenApiClient("specs/adyen_a2apaymentsservice_v1.json")] [BearerAuth] internal sealed partial class AdyenA2apaymentsserviceV1Client;

[OpenApiClient("specs/adyen_accountservice_v6.json")] [BearerAuth] internal sealed partial class AdyenAccountserviceV6Client;

[OpenApiClient("specs/adyen_balancecontrolservice_v2.json")] [BearerAuth] internal sealed partial class AdyenBalancecontrolserviceV2Client;

[OpenApiClient("specs/adyen_capitalservice_v1.json")] [BearerAuth] internal sealed partial class AdyenCapitalserviceV1Client;

[OpenApiClient("specs/adyen_checkoutservice_v72.json")] [BearerAuth] internal sealed partial class AdyenCheckoutserviceV72Client;

[OpenApiClient("specs/adyen_clouddeviceservice_v1.json")] [BearerAuth] internal sealed partial class AdyenClouddeviceserviceV1Client;

[OpenApiClient("specs/adyen_disputeservice_v30.json")] [BearerAuth] internal sealed partial class AdyenDisputeserviceV30Client;

[OpenApiClient("specs/adyen_fundservice_v6.json")] [BearerAuth] internal sealed partial class AdyenFundserviceV6Client;

[OpenApiClient("specs/adyen_legalentityservice_v4.json")] [BearerAuth] internal sealed partial class AdyenLegalentityserviceV4Client;

[OpenApiClient("specs/adyen_notificationconfigurationservice_v6.json")] [BearerAuth] internal sealed partial class AdyenNotificationconfigurationserviceV6Client;

[OpenApiClient("specs/adyen_paymentservice_v68.json")] [BearerAuth] internal sealed partial class AdyenPaymentserviceV68Client;

[OpenApiClient("specs/adyen_paymentsappservice_v1.json")] [BearerAuth] internal sealed partial class AdyenPaymentsappserviceV1Client;

[OpenApiClient("specs/adyen_payoutservice_v68.json")] [BearerAuth] internal sealed partial class AdyenPayoutserviceV68Client;

[OpenApiClient("specs/adyen_raisedisputesservice_v4.json")] [BearerAuth] internal sealed partial class AdyenRaisedisputesserviceV4Client;

[OpenApiClient("specs/adyen_recurringservice_v68.json")] [BearerAuth] internal sealed partial class AdyenRecurringserviceV68Client;

[OpenApiClient("specs/adyen_storedvalueservice_v46.json")] [BearerAuth] internal sealed partial class AdyenStoredvalueserviceV46Client;

[OpenApiClient("specs/adyen_terminalapi_v1.json")] [BearerAuth] internal sealed partial class AdyenTerminalapiV1Client;

[OpenApiClient("specs/adyen_tfmapiservice_v1.json")] [BearerAuth] internal sealed partial class AdyenTfmapiserviceV1Client;

[OpenApiClient("specs/adyen_transactionservice_v4.json")] [BearerAuth] internal sealed partial class AdyenTransactionserviceV4Client;

[OpenApiClient("specs/adyen_transferservice_v4.json")] [BearerAuth] internal sealed partial class AdyenTransferserviceV4Client;

[OpenApiClient("specs/hubspot_cms_media-bridge_v1.json")] [BearerAuth] internal sealed partial class HubspotCmsMediaBridgeV1Client;

[OpenApiClient("specs/hubspot_automation_automation-v4_v4.json")] [BearerAuth] internal sealed partial class HubspotAutomationAutomationV4V4Client;

[OpenApiClient("specs/hubspot_crm_lists_v3.json")] [BearerAuth] internal sealed partial class HubspotCrmListsV3Client;

[OpenApiClient("specs/hubspot_crm_appointments_v3.json")] [BearerAuth] internal sealed partial class HubspotCrmAppointmentsV3Client;

[OpenApiClient("specs/hubspot_marketing_marketing-events_v3.json")] [BearerAuth] internal sealed partial class HubspotMarketingMarketingEventsV3Client;

[OpenApiClient("specs/hubspot_marketing_marketing-emails_v3.json")] [BearerAuth] internal sealed partial class HubspotMarketingMarketingEmailsV3Client;

[OpenApiClient("specs/hubspot_crm_custom-objects_v3.json")] [BearerAuth] internal sealed partial class HubspotCrmCustomObjectsV3Client;

[OpenApiClient("specs/hubspot_crm_objects_v3.json")] [BearerAuth] internal sealed partial class HubspotCrmObjectsV3Client;

[OpenApiClient("specs/hubspot_marketing_marketing-emails-v3_v3.json")] [BearerAuth] internal sealed partial class HubspotMarketingMarketingEmailsV3V3Client;

[OpenApiClient("specs/hubspot_cms_posts_v3.json")] [BearerAuth] internal sealed partial class HubspotCmsPostsV3Client;

[OpenApiClient("specs/hubspot_crm_properties_v3.json")] [BearerAuth] internal sealed partial class HubspotCrmPropertiesV3Client;

[OpenApiClient("specs/hubspot_events_manage-event-definitions_v3.json")] [BearerAuth] internal sealed partial class HubspotEventsManageEventDefinitionsV3Client;

[OpenApiClient("specs/hubspot_crm_associations_v4.json")] [BearerAuth] internal sealed partial class HubspotCrmAssociationsV4Client;

[OpenApiClient("specs/hubspot_crm_pipelines_v3.json")] [BearerAuth] internal sealed partial class HubspotCrmPipelinesV3Client;

[OpenApiClient("specs/hubspot_crm_commerce-subscriptions_v3.json")] [BearerAuth] internal sealed partial class HubspotCrmCommerceSubscriptionsV3Client;

[OpenApiClient("specs/hubspot_conversations_conversations_v3.json")] [BearerAuth] internal sealed partial class HubspotConversationsConversationsV3Client;

[OpenApiClient("specs/hubspot_cms_hubdb_v3.json")] [BearerAuth] internal sealed partial class HubspotCmsHubdbV3Client;

[OpenApiClient("specs/hubspot_crm_associations-schema_v4.json")] [BearerAuth] internal sealed partial class HubspotCrmAssociationsSchemaV4Client;

[OpenApiClient("specs/hubspot_automation_actions-v4_v4.json")] [BearerAuth] internal sealed partial class HubspotAutomationActionsV4V4Client;

[OpenApiClient("specs/hubspot_marketing_campaigns-public-api_v3.json")] [BearerAuth] internal sealed partial class HubspotMarketingCampaignsPublicApiV3Client;

[OpenApiClient("specs/hubspot_conversations_conversations-inbox-messages_v3.json")] [BearerAuth] internal sealed partial class HubspotConversationsConversationsInboxMessagesV3Client;

[OpenApiClient("specs/hubspot_files_files_v3.json")] [BearerAuth] internal sealed partial class HubspotFilesFilesV3Client;

[OpenApiClient("specs/hubspot_webhooks-journal_webhooks-journal_2026-03.json")] [BearerAuth] internal sealed partial class HubspotWebhooksJournalWebhooksJournal202603Client;

[OpenApiClient("specs/hubspot_marketing_forms_v3.json")] [BearerAuth] internal sealed partial class HubspotMarketingFormsV3Client;

[OpenApiClient("specs/hubspot_conversations_custom-channels_v3.json")] [BearerAuth] internal sealed partial class HubspotConversationsCustomChannelsV3Client;

[OpenApiClient("specs/hubspot_crm_limits-tracking_v3.json")] [BearerAuth] internal sealed partial class HubspotCrmLimitsTrackingV3Client;

[OpenApiClient("specs/hubspot_cms_authors_v3.json")] [BearerAuth] internal sealed partial class HubspotCmsAuthorsV3Client;

[OpenApiClient("specs/hubspot_scheduler_meetings_v3.json")] [BearerAuth] internal sealed partial class HubspotSchedulerMeetingsV3Client;

[OpenApiClient("specs/hubspot_cms_tags_v3.json")] [BearerAuth] internal sealed partial class HubspotCmsTagsV3Client;

[OpenApiClient("specs/hubspot_crm_companies_v3.json")] [BearerAuth] internal sealed partial class HubspotCrmCompaniesV3Client;

[OpenApiClient("specs/hubspot_crm_tickets_v3.json")] [BearerAuth] internal sealed partial class HubspotCrmTicketsV3Client;

[OpenApiClient("specs/hubspot_crm_deals_v3.json")] [BearerAuth] internal sealed partial class HubspotCrmDealsV3Client;

[OpenApiClient("specs/hubspot_crm_products_v3.json")] [BearerAuth] internal sealed partial class HubspotCrmProductsV3Client;

[OpenApiClient("specs/hubspot_crm_line-items_v3.json")] [BearerAuth] internal sealed partial class HubspotCrmLineItemsV3Client;

[OpenApiClient("specs/hubspot_crm_communications_v3.json")] [BearerAuth] internal sealed partial class HubspotCrmCommunicationsV3Client;

[OpenApiClient("specs/hubspot_crm_projects_v3.json")] [BearerAuth] internal sealed partial class HubspotCrmProjectsV3Client;

[OpenApiClient("specs/hubspot_crm_discounts_v3.json")] [BearerAuth] internal sealed partial class HubspotCrmDiscountsV3Client;

[OpenApiClient("specs/hubspot_crm_quotes_v3.json")] [BearerAuth] internal sealed partial class HubspotCrmQuotesV3Client;

[OpenApiClient("specs/hubspot_crm_commerce-payments_v3.json")] [BearerAuth] internal sealed partial class HubspotCrmCommercePaymentsV3Client;
