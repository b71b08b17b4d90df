import type { Shapes } from './shape.ts';

/** Pages of 企业和组织. */
export const enterpriseShapes: Shapes = {
  add_enterprise_member: {},
  update_enterprise_people: {},
  remove_enterprise_member: {},
  create_organization: { data: { organization_id: 'id' } },
  update_organization_info: {},
  list_organization: {
    data: {
      items: [
        {
          organization_id: 'id',
          organization_name: 'text',
          organization_icon_url: 'text',
          is_default_organization: 'boolean',
        },
      ],
      total_count: 'integer',
    },
  },
  add_organization_people: {},
  list_organization_people: {
    data: {
      items: [
        {
          user_id: 'id',
          user_nickname: 'text',
          user_unique_name: 'text',
          avatar_url: 'text',
          organization_role_type: 'text',
          people_type: 'text',
          is_valid: 'boolean',
          created_at: 'integer',
        },
      ],
      total_count: 'integer',
    },
  },
  update_organization_people: {},
  remove_organization_member: {},
};
